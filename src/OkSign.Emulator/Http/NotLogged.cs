namespace OkSign.Emulator.Http;

/// <summary>Endpoint metadata: requests for what the emulator shows of itself are nobody's calls of a service.</summary>
internal sealed class NotLogged
{
    public static NotLogged Mark { get; } = new();
}
