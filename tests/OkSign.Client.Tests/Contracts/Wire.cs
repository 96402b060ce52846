using System.Text;

namespace OkSign.Client.Tests.Contracts;

/// <summary>The values that the contracts speak of.</summary>
internal static class Wire
{
    public const string SourceText = "123456-0A1B2C3D-1111-2222-3333-444455556666";
    public const string SignedText = "123456-99998888-1111-2222-3333-444455556666";
    public const string AttachmentText = "123456-CCCCDDDD-1111-2222-3333-444455556666";
    public const string OtherSourceText = "123456-0A1B2C3D-1111-2222-3333-444455557777";
    public const string TokenText = "123456-AAAABBBB-1111-2222-3333-444455556666";
    public const string AnnaText = "bt_00000000-0000-0000-0000-000000000001";
    public const string BertText = "bt_00000000-0000-0000-0000-000000000002";

    public static SourceDocumentId Source { get; } = new(SourceText);

    public static SourceDocumentId OtherSource { get; } = new(OtherSourceText);

    public static SignedDocumentId Signed { get; } = new(SignedText);

    public static EmailAttachmentId Attachment { get; } = new(AttachmentText);

    public static SignerId Anna { get; } = new(AnnaText);

    public static SignerId Bert { get; } = new(BertText);

    /// <summary>As small as a PDF can be and still be told for one at both ends.</summary>
    public static byte[] Pdf { get; } = Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n");

    public static DateTimeOffset Timestamp { get; } = new(2025, 3, 1, 10, 15, 30, TimeSpan.FromHours(1));

    /// <summary>A result as the type that it must have.</summary>
    public static Action<object?> Is<T>(Action<T> verify) => result => verify(Assert.IsType<T>(result, exactMatch: false));

    /// <summary>A list result.</summary>
    public static Action<object?> IsListOf<T>(Action<IReadOnlyList<T>> verify) => Is(verify);
}
