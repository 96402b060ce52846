using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>
/// The id of a signer. Any text will do as long as fields, signers and notifications agree; the service's own begin with <c>bt_</c>.
/// </summary>
[JsonConverter(typeof(Converter))]
public readonly record struct SignerId
{
    private readonly string? _value;

    /// <summary>Takes an id.</summary>
    /// <exception cref="ArgumentException">The text is empty or cannot stand in a header.</exception>
    public SignerId(string value) => _value = HeaderText.Require(value);

    /// <summary>The id as the service writes it; empty for the default value of this type.</summary>
    public string Value => _value ?? "";

    /// <summary>The service's id for a signer who has no account: 1 for the first of a document, 2 for the next.</summary>
    /// <param name="number">From 1 on.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
    public static SignerId Anonymous(int number)
        => number >= 1
            ? new SignerId($"bt_00000000-0000-0000-0000-{number:D12}")
            : throw new ArgumentOutOfRangeException(nameof(number), number, "Signers are counted from 1.");

    /// <summary>The id as the service writes it.</summary>
    public override string ToString() => Value;

    /// <summary>What can be seen to be wrong with naming this signer.</summary>
    /// <param name="path">Where it is named.</param>
    /// <param name="known">Who may be named; null when that is for the service to tell.</param>
    internal IEnumerable<InputProblem> Problems(string path, ISet<SignerId>? known)
        => this == default ? [new(path, "a signer is needed")]
            : known?.Contains(this) == false ? [new(path, $"{this} is not among the signers")]
            : [];

    internal sealed class Converter() : StringValueConverter<SignerId>(static value => new(value), static id => id.Value);
}
