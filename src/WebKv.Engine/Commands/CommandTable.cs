using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Commands;

/// <summary>
/// All commands by name. Filled once at the start by explicit lines, one per command; read by every request.
/// </summary>
/// <remarks>
/// A name is looked up by its first eight bytes in upper case and its length, folded into one word: no string is
/// made and no letter compared twice. Commands with subcommands have a second table behind their name.
/// </remarks>
public sealed class CommandTable
{
    private const int NameBytesMax = 32;

    private readonly List<CommandEntry> _entries = [];

    // By identity: definitions are records, and comparing them by content would cost a walk over their texts.
    private readonly Dictionary<CommandInfo, int> _indexes = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, Dictionary<string, CommandEntry>> _containers =
        new(StringComparer.OrdinalIgnoreCase);

    private Slot[] _slots = new Slot[64];

    /// <summary>All commands and subcommands in the order in which they were added.</summary>
    public IReadOnlyList<CommandEntry> Entries => _entries;

    public CommandTable Add<TCommand, TReply>()
        where TCommand : struct, ICommand<TCommand, TReply>, allows ref struct
        where TReply : struct, IReply, allows ref struct => Add(new DataCommandEntry<TCommand, TReply>());

    public CommandTable Add(CommandEntry entry)
    {
        entry.Index = _entries.Count;
        _entries.Add(entry);
        _indexes.Add(entry.Info, entry.Index);
        int bar = entry.Info.Name.IndexOf('|');
        if (bar < 0)
            Insert(entry.Info.Name, entry);
        else
            AddSubcommand(entry.Info.Name[..bar], entry.Info.Name[(bar + 1)..], entry);
        return this;
    }

    /// <summary>The entry of a command line, or null when there is none (see <see cref="IsContainer"/>).</summary>
    public CommandEntry? Find(ArgList arguments)
    {
        Slot slot = Lookup(arguments[0]);
        if (slot.Subcommands is null)
            return slot.Entry;
        if (arguments.Count > 1 && arguments[1].Length <= NameBytesMax
            && slot.Subcommands.TryGetValue(Encoding.ASCII.GetString(arguments[1]), out CommandEntry? entry))
            return entry;
        return slot.Entry;
    }

    /// <summary>The entry of a name such as "get" or "client|id".</summary>
    public bool TryGet(string name, [NotNullWhen(true)] out CommandEntry? entry)
    {
        entry = _entries.Find(known => known.Info.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        return entry is not null;
    }

    /// <summary>The <see cref="CommandEntry.Index"/> of a command that is in the table.</summary>
    public int IndexOf(CommandInfo info) => _indexes[info];

    /// <summary>Whether a name has subcommands.</summary>
    public bool IsContainer(ReadOnlySpan<byte> name) => Lookup(name).Subcommands is not null;

    private void AddSubcommand(string container, string name, CommandEntry entry)
    {
        if (!_containers.TryGetValue(container, out Dictionary<string, CommandEntry>? subcommands))
        {
            _containers[container] = subcommands = new(StringComparer.OrdinalIgnoreCase);
            Insert(container, null, subcommands);
        }
        subcommands.Add(name, entry);
    }

    private Slot Lookup(ReadOnlySpan<byte> name)
    {
        if (name.Length is 0 or > NameBytesMax)
            return default;
        ulong word = FirstWord(name);
        for (uint i = Place(word, name.Length); ; i++)
        {
            ref readonly Slot slot = ref _slots[i & (uint)(_slots.Length - 1)];
            if (slot.Name is null)
                return default;
            if (slot.Word == word && slot.Name.Length == name.Length
                && (name.Length <= 8 || Keywords.Equal(name[8..], slot.Name.AsSpan(8))))
                return slot;
        }
    }

    private void Insert(string name, CommandEntry? entry, Dictionary<string, CommandEntry>? subcommands = null)
    {
        byte[] bytes = Encoding.ASCII.GetBytes(name.ToUpperInvariant());
        // A container such as COMMAND may also be a command of its own: both live in one slot.
        for (int i = 0; i < _slots.Length; i++)
        {
            if (_slots[i].Name is null || !_slots[i].Name.AsSpan().SequenceEqual(bytes))
                continue;
            _slots[i] = _slots[i] with
            {
                Entry = entry ?? _slots[i].Entry,
                Subcommands = subcommands ?? _slots[i].Subcommands,
            };
            return;
        }
        if (_slots.Count(slot => slot.Name is not null) * 3 > _slots.Length)
            Rehash();
        Place(_slots, new Slot(FirstWord(bytes), bytes, entry, subcommands));
    }

    private void Rehash()
    {
        var slots = new Slot[_slots.Length * 2];
        foreach (Slot slot in _slots)
            if (slot.Name is not null)
                Place(slots, slot);
        _slots = slots;
    }

    private static void Place(Slot[] slots, Slot slot)
    {
        uint i = Place(slot.Word, slot.Name.Length);
        while (slots[i & (uint)(slots.Length - 1)].Name is not null)
            i++;
        slots[i & (uint)(slots.Length - 1)] = slot;
    }

    private static uint Place(ulong word, int length) =>
        (uint)((word + (ulong)length) * 0x9E3779B97F4A7C15UL >> 40);

    // The first eight bytes with ASCII letters in upper case; bit 5 is what tells the cases apart.
    private static ulong FirstWord(ReadOnlySpan<byte> name)
    {
        ulong word;
        if (name.Length >= 8)
        {
            word = BinaryPrimitives.ReadUInt64LittleEndian(name);
        }
        else
        {
            word = 0;
            for (int i = name.Length - 1; i >= 0; i--)
                word = word << 8 | name[i];
        }
        return word & ~(word >> 1 & 0x2020202020202020UL);
    }

    private readonly record struct Slot(
        ulong Word, byte[] Name, CommandEntry? Entry, Dictionary<string, CommandEntry>? Subcommands);
}
