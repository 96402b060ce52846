namespace OkSign.Emulator.Dashboard;

/// <summary>
/// A parameter of an address. One that is called a secret is shown without its value: the developer knows it anyway, but a screenshot goes
/// further than the developer thinks.
/// </summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value; null for a secret.</param>
internal sealed record AddressParameter(string Name, string? Value)
{
    private const string Secret = "secret";

    public static AddressParameter Of(string name, string? value)
        => new(name, name.Contains(Secret, StringComparison.OrdinalIgnoreCase) ? null : value ?? "");
}
