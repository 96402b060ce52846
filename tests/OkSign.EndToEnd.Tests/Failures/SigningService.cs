namespace OkSign.EndToEnd.Tests.Failures;

/// <summary>Whose operations are called.</summary>
public enum SigningService
{
    OkSign,
    OkDokument,
}
