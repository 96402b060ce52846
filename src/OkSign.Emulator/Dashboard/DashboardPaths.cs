namespace OkSign.Emulator.Dashboard;

/// <summary>Where the dashboard and what belongs to it are.</summary>
internal static class DashboardPaths
{
    public const string Page = "/";
    public const string State = Prefix + "state";
    public const string Events = Prefix + "events";
    public const string IdParameter = "id";

    private const string Prefix = "/_dashboard/";
    private const string Files = Prefix + "oksign/files/";
    private const string AuditTrails = Prefix + "oksign/audit-trails/";
    private const string Mails = Prefix + "oksign/mails/";
    private const string Sources = Prefix + "okdokument/sources/";
    private const string Signed = Prefix + "okdokument/signed/";
    private const string Id = $"{{{IdParameter}}}";

    public const string AnyFile = Files + Id;
    public const string AnyAuditTrail = AuditTrails + Id;
    public const string AnyMail = Mails + Id;
    public const string AnySource = Sources + Id;
    public const string AnySigned = Signed + Id;

    public static string File(string documentId) => Files + Uri.EscapeDataString(documentId);

    public static string AuditTrail(string signedId) => AuditTrails + Uri.EscapeDataString(signedId);

    public static string Mail(int number) => FormattableString.Invariant($"{Mails}{number}");

    public static string SourceOf(string documentId) => Sources + Uri.EscapeDataString(documentId);

    public static string SignedOf(string documentId) => Signed + Uri.EscapeDataString(documentId);
}
