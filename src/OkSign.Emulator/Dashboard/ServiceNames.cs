namespace OkSign.Emulator.Dashboard;

/// <summary>What people call the services.</summary>
internal static class ServiceNames
{
    public const string OkSign = "OKSign";
    public const string OkDokument = "OKdokument";
}
