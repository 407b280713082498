using WebKv.Engine.SortedSets;

namespace WebKv.Server.Rest.SortedSets;

/// <summary>The conditions of writes to scores as words.</summary>
internal static class ScoreModes
{
    private static readonly (string Word, ScoreConditions Conditions)[] Known =
    [
        ("ifAbsent", ScoreConditions.IfAbsent),
        ("ifPresent", ScoreConditions.IfPresent),
        ("ifGreater", ScoreConditions.IfGreater),
        ("ifLess", ScoreConditions.IfLess),
        ("ifPresentAndGreater", ScoreConditions.IfPresent | ScoreConditions.IfGreater),
        ("ifPresentAndLess", ScoreConditions.IfPresent | ScoreConditions.IfLess),
    ];

    public static string[] Words { get; } = [.. Known.Select(mode => mode.Word)];

    /// <summary>What a word that was checked, or none, says.</summary>
    public static ScoreConditions Of(string? word) => Known.FirstOrDefault(mode => mode.Word == word).Conditions;
}
