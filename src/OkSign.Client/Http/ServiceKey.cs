namespace OkSign.Client;

/// <summary>What a service knows its caller by: a header that goes with every request.</summary>
/// <param name="header">The header's name.</param>
/// <param name="value">The header's value.</param>
/// <param name="secrets">The texts that must not stand in a log, wherever an answer repeats them.</param>
internal sealed class ServiceKey(string header, string value, IReadOnlyList<string> secrets)
{
    public string Header => header;

    public string Value => value;

    public IReadOnlyList<string> Secrets => secrets;
}
