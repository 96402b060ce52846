using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>How the user models are read and written, generated at compile time.</summary>
[JsonSerializable(typeof(IReadOnlyList<AccountUser>))]
internal sealed partial class UsersJson : JsonSerializerContext
{
    public static UsersJson Shared { get; } = new(OkSignJson.CreateOptions());
}
