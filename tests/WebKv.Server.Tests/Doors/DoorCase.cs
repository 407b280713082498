using System.Runtime.CompilerServices;

namespace WebKv.Server.Tests.Doors;

/// <summary>One behaviour, written once and held against each door.</summary>
public sealed record DoorCase(string Name, Func<Door, Task> Run)
{
    public static IReadOnlyList<DoorCase> All { get; } =
    [
        .. StringCases.All,
        .. BitCases.All,
        .. ListCases.All,
        .. SetCases.All,
        .. KeyCases.All,
        .. ExpiryCases.All,
        .. CommandCases.All,
        .. SortedSetCases.All,
        .. HashCases.All,
        .. StreamCases.All,
        .. WaitCases.All,
        .. PubSubCases.All,
    ];

    public static DoorCase Of(Func<Door, Task> run, [CallerArgumentExpression(nameof(run))] string name = "") =>
        new(name, run);

    /// <summary>A key of this run alone; awkward for every door.</summary>
    public static string NewKey() => $"a/b {Guid.NewGuid():N}%2F?\xFF";
}
