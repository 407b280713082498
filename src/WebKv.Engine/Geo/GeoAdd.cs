using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.SortedSets;

namespace WebKv.Engine.Geo;

/// <summary>GEOADD: adds members with their places, or moves them; replies how many were added.</summary>
/// <remarks>Logged as ZADD: a place is a score.</remarks>
public readonly ref struct GeoAdd : ICommand<GeoAdd, ZAddReply>
{
    private const int StackScoresMax = 64;

    public static CommandInfo Info { get; } = new(
        "geoadd", "key [NX | XX] [CH] longitude latitude member [longitude latitude member ...]")
    {
        Arity = -5,
        Flags = CommandFlags.Write | CommandFlags.DenyOom,
        Group = CommandGroup.Geo,
        Keys = KeySpec.One,
        Summary = "Adds members with their places to a sorted set, or moves them.",
        Complexity = "O(log(N)) for each member",
    };

    public required Key Key { get; init; }

    public required GeoEntries Entries { get; init; }

    /// <summary>IfAbsent or IfPresent.</summary>
    public ScoreConditions Conditions { get; init; }

    /// <summary>CH: the reply counts members that have moved, too.</summary>
    public bool CountsChanged { get; init; }

    public static Error? Parse(ref ArgReader arguments, out GeoAdd command)
    {
        command = default;
        Key key = arguments.NextKey();
        ScoreConditions conditions = default;
        bool countsChanged = false;
        while (true)
        {
            if (arguments.TryKeyword("NX"u8))
                conditions |= ScoreConditions.IfAbsent;
            else if (arguments.TryKeyword("XX"u8))
                conditions |= ScoreConditions.IfPresent;
            else if (arguments.TryKeyword("CH"u8))
                countsChanged = true;
            else
                break;
        }
        bool contradicts = conditions == (ScoreConditions.IfAbsent | ScoreConditions.IfPresent);
        if (contradicts || arguments.Remaining == 0 || arguments.Remaining % 3 != 0)
            return CommonErrors.Syntax;
        Error? error = GeoEntries.Parse(ref arguments, out GeoEntries entries);
        command = new GeoAdd { Key = key, Entries = entries, Conditions = conditions, CountsChanged = countsChanged };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out ZAddReply reply)
    {
        int count = Entries.Count;
        Span<double> scores = count <= StackScoresMax ? stackalloc double[count] : new double[count];
        var add = new ZAdd
        {
            Key = Key,
            Pairs = Entries.Score(scores),
            Conditions = Conditions,
            CountsChanged = CountsChanged,
        };
        return add.Apply(context, out reply);
    }
}
