using System.Text;
using FluentValidation;
using FluentValidation.Results;
using Google.Rpc;
using WebKv.Server.Grpc.Errors;

namespace WebKv.Server.Grpc.Validation;

/// <summary>
/// The validators of request messages: shape rules only, such as ranges, required oneofs and list sizes. What a value
/// means is checked by the engine, the same on all doors.
/// </summary>
/// <remarks>Validators are stateless and shared. Methods look theirs up once, when they are bound.</remarks>
internal sealed class RequestValidators
{
    private readonly IValidator[] _all;

    public RequestValidators(int preconditionsMax, int operationsMax)
    {
        var transaction = new ExecuteTransactionValidator(preconditionsMax, operationsMax);
        _all =
        [
            .. KeyValidators.All,
            .. StringValidators.All,
            .. ListValidators.All,
            .. SetValidators.All,
            .. SortedSetValidators.All,
            .. HashValidators.All,
            .. StreamValidators.All,
            .. PubSubValidators.All,
            transaction,
        ];
    }

    /// <summary>The validator of a request, or null when any message of its type is a good one.</summary>
    public IValidator<T>? For<T>() => _all.OfType<IValidator<T>>().FirstOrDefault();

    /// <summary>Throws INVALID_ARGUMENT with a violation for each wrong field.</summary>
    public static void Check<T>(IValidator<T> validator, T request)
    {
        ValidationResult result = validator.Validate(request);
        if (!result.IsValid)
            throw GrpcErrors.Invalid(result.Errors.ConvertAll(ToViolation));
    }

    private static BadRequest.Types.FieldViolation ToViolation(ValidationFailure failure) =>
        new() { Field = ToFieldPath(failure.PropertyName), Description = failure.ErrorMessage };

    // "Operations[3].SetString" is "operations[3].set_string" in the contract.
    private static string ToFieldPath(string propertyPath)
    {
        var path = new StringBuilder();
        foreach (char c in propertyPath)
        {
            if (char.IsUpper(c) && path.Length > 0 && path[^1] != '.')
                path.Append('_');
            path.Append(char.ToLowerInvariant(c));
        }
        return path.ToString();
    }
}
