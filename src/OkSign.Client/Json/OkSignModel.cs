using System.Collections.ObjectModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>The base of everything that is read from or written to the service as a JSON object.</summary>
/// <remarks>Immutable. Equality compares lists and additional members by reference, as records do.</remarks>
public abstract record OkSignModel
{
    private Dictionary<string, JsonElement>? _additionalMembers;

    private protected OkSignModel()
    {
    }

    /// <summary>Members that this version of the library does not know: kept when read, sent along when written.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalMembers
    {
        get => new ReadOnlyDictionary<string, JsonElement>(_additionalMembers ?? []);
        init
        {
            _additionalMembers = [];
            foreach (KeyValuePair<string, JsonElement> member in value)
            {
                _additionalMembers.Add(member.Key, member.Value);
            }
        }
    }

    // The serializer fills extension data through a setter only; users see the read-only property above.
    [JsonInclude]
    [JsonExtensionData]
    internal Dictionary<string, JsonElement>? ExtensionData
    {
        get => _additionalMembers;
        set => _additionalMembers = value;
    }

    /// <summary>The name of the type only: what the service says of people and links must not slip into a log.</summary>
    public sealed override string ToString() => GetType().Name;
}
