using System.Text.Json;
using FluentValidation;
using FluentValidation.Results;
using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Validation;

/// <summary>Turns what a validator found into a problem, with places as JSON paths: "items[2].key".</summary>
internal static class ValidationProblem
{
    public static Problem? Check<T>(IValidator<T> validator, T body) => Of(validator.Validate(body));

    public static Problem? Of(ValidationResult result)
    {
        if (result.IsValid)
            return null;
        ILookup<string, ValidationFailure> places = result.Errors.ToLookup(failure => ToJsonPath(failure.PropertyName));
        return Problem.Invalid(
            places.ToDictionary(place => place.Key, place => Distinct(place, f => f.ErrorMessage))) with
        {
            ErrorCodes = places.ToDictionary(place => place.Key, place => Distinct(place, f => f.ErrorCode)),
        };
    }

    // "Items[2].Key" as JSON says it: "items[2].key".
    private static string ToJsonPath(string property) =>
        string.Join('.', property.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));

    private static string[] Distinct(IEnumerable<ValidationFailure> failures, Func<ValidationFailure, string> text) =>
        [.. failures.Select(text).Distinct()];
}
