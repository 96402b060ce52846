using System.Text.Json.Serialization;

namespace OkSign.Client.OkDokument;

/// <summary>
/// How the signer left the signing page. An open list: a value that is not named here is kept as it is. Letter case does not count.
/// </summary>
/// <param name="Value">The service's text.</param>
[JsonConverter(typeof(Converter))]
public readonly record struct RedirectResult(string Value)
{
    /// <summary>Submitted (<c>success</c>).</summary>
    public static RedirectResult Success { get; } = new("success");

    /// <summary>Left by Close (<c>close</c>).</summary>
    public static RedirectResult Close { get; } = new("close");

    /// <summary>Finished on a phone; told to the browser on the computer (<c>mobile</c>).</summary>
    public static RedirectResult Mobile { get; } = new("mobile");

    /// <summary>Cancelled, by the name that one use case has for it (<c>cancel</c>).</summary>
    public static RedirectResult Cancel { get; } = new("cancel");

    /// <summary>Compares without regard to letter case.</summary>
    public bool Equals(RedirectResult other) => OpenEnum.AreEqual(Value, other.Value);

    /// <summary>A hash that goes with <see cref="Equals(RedirectResult)"/>.</summary>
    public override int GetHashCode() => OpenEnum.HashOf(Value);

    /// <summary>The service's text.</summary>
    public override string ToString() => Value ?? "";

    internal sealed class Converter() : StringValueConverter<RedirectResult>(static value => new(value), static item => item.Value);
}
