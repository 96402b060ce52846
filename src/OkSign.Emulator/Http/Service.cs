namespace OkSign.Emulator.Http;

/// <summary>One of the services that the emulator stands in for.</summary>
internal enum Service
{
    OkSign,
    OkDokument,
}
