using System.Reflection;
using FluentValidation;
using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Validation;

/// <summary>
/// Validates the body of every operation that has one, by the validator registered for its type.
/// </summary>
/// <remarks>The parameters are looked at once, when the endpoint is built; an operation without a body gets no filter
/// and pays nothing.</remarks>
internal static class ValidationFilter
{
    public static EndpointFilterDelegate Create(EndpointFilterFactoryContext context, EndpointFilterDelegate next)
    {
        ParameterInfo[] parameters = context.MethodInfo.GetParameters();
        for (int i = 0; i < parameters.Length; i++)
        {
            Type validatorType = typeof(IValidator<>).MakeGenericType(parameters[i].ParameterType);
            if (context.ApplicationServices.GetService(validatorType) is IValidator validator)
                return Validate(validator, i, next);
        }
        return next;
    }

    private static EndpointFilterDelegate Validate(IValidator validator, int position, EndpointFilterDelegate next) =>
        invocation =>
        {
            Problem? problem = ValidationProblem.Of(
                validator.Validate(new ValidationContext<object>(invocation.Arguments[position]!)));
            return problem is null ? next(invocation) : AnswerAsync(problem, invocation.HttpContext);
        };

    private static async ValueTask<object?> AnswerAsync(Problem problem, HttpContext http)
    {
        await problem.WriteAsync(http);
        return Results.Empty;
    }
}
