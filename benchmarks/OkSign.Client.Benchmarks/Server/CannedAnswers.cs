using System.Globalization;
using System.Text;
using System.Text.Json;

namespace OkSign.Client.Benchmarks;

/// <summary>What the loopback server says, made once.</summary>
internal static class CannedAnswers
{
    /// <summary>Two users of an account: about 600 bytes.</summary>
    public static byte[] Users { get; } = Ok(Enumerable.Range(1, 2).Select(static number => new
    {
        name = $"Anna Example {number}",
        email = $"anna.example{number}@example.com",
        mobile = $"+3247000000{number}",
        actingas = "Chief Executive Officer",
        role = "ADMIN",
        status = "ACTIVE",
        language = "nl",
        signerid = $"bt_00000000-0000-0000-0000-00000000000{number}",
        ts = "2026-03-01T09:00:00+01:00",
    }));

    public static byte[] SigningLinks { get; } = Ok(Enumerable.Range(1, 2).Select(static number => new
    {
        id = $"bt_00000000-0000-0000-0000-00000000000{number}",
        name = $"Anna Example {number}",
        url = $"https://www.oksign.be/sign/123456-0A1B2C3D-1111-2222-3333-44445555666{number}",
    }));

    /// <summary>A thousand active documents: about 330 KB.</summary>
    public static byte[] ActiveDocuments { get; } = Ok(Enumerable.Range(1000, 1000).Select(static number => new
    {
        docid = $"123456-0A1B2C3D-1111-2222-3333-44445555{number}",
        filename = $"contract {number}.pdf",
        creator = "owner@example.com",
        createdate = "2026-03-01T09:00:00+01:00",
        nbrOfSigaturesRequired = 2,
        nbrOfSigaturesValid = 1,
        status = 1,
        reusable = false,
        viaapi = true,
        orgtoken = "marketing",
        signed_docid = $"123456-99998888-1111-2222-3333-44445555{number}",
    }));

    /// <summary>An upload's answer, by whose id the client's side can tell that every byte arrived.</summary>
    public static byte[] Uploaded(long length) => Ok(IdOf(length));

    /// <summary>A signature request of OKdokument.</summary>
    public static byte[] Registered(ReceivedFile received) => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new
    {
        message = "msg.signature.request.id.created",
        result = "00000000-0000-4000-8000-000000000001",
        url = "https://apidev.okdokument.com/openDocument/00000000-0000-4000-8000-000000000001",
        documentId = received.Id,
    }));

    /// <summary>The id of a document that has so many bytes.</summary>
    public static string IdOf(long length) => string.Create(CultureInfo.InvariantCulture, $"document-{length}");

    public static long LengthOf(string id) => long.Parse(id.AsSpan(id.LastIndexOf('-') + 1), CultureInfo.InvariantCulture);

    private static byte[] Ok(object reason) => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { status = "OK", reason }));
}
