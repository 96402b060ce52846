using System.Text;

namespace OkSign.Client.Tests;

/// <summary>What most tests need one of.</summary>
internal static class Sample
{
    public const string Token = "s3cr3t-t0k3n-0123456789abcdef";

    public const string KeyText = $"012345;{Token};my-label";

    public const string SourceIdText = "012345-6f0a3b5e-0000-4000-8000-000000000001";

    public const string SignedIdText = "012345-6f0a3b5e-0000-4000-8000-000000000002";

    public static readonly SourceDocumentId SourceId = new(SourceIdText);

    public static readonly SignedDocumentId SignedId = new(SignedIdText);

    public static OkSignCredentials Credentials { get; } = OkSignCredentials.Parse(KeyText);

    public static Uri BaseAddress { get; } = new("https://service.example/rest/");

    /// <summary>A PDF by its marks, of some length.</summary>
    public static byte[] Pdf(int length = 200)
    {
        byte[] pdf = PdfWithoutEnd(length);
        "%%EOF\n"u8.CopyTo(pdf.AsSpan(length - 6));
        return pdf;
    }

    /// <summary>The start of a PDF that never comes to its end mark.</summary>
    public static byte[] PdfWithoutEnd(int length = 200)
    {
        byte[] pdf = Pattern(length);
        "%PDF-1.7\n"u8.CopyTo(pdf);
        return pdf;
    }

    public static byte[] Doc() => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. Pattern(100)];

    public static byte[] Docx() => [0x50, 0x4B, 0x03, 0x04, .. Pattern(100)];

    /// <summary>Bytes of which no stretch looks like another, so that a lost or doubled piece shows.</summary>
    public static byte[] Pattern(int length)
    {
        byte[] bytes = new byte[length];
        for (int index = 0; index < length; index++)
        {
            bytes[index] = (byte)((index * 31) + (index / 256));
        }

        return bytes;
    }

    public static OkSignFile File(int length = 200) => OkSignFile.FromBytes(Pdf(length), "contract.pdf");

    public static OperationCall Call(OperationClass operationClass = OperationClass.Read) => new(new Operation("Thing.do", operationClass));

    public static string Ok(string reason) => $$"""{ "status": "OK", "reason": {{reason}} }""";

    public static string Failed(string reason) => $$"""{ "status": "FAILED", "reason": {{reason}} }""";

    public static ReadOnlyMemory<byte> Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
