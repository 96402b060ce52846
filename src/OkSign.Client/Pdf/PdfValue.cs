using System.Globalization;
using System.Text;

namespace OkSign.Client;

/// <summary>A value as it is written in the file, taken apart only when it is asked for.</summary>
/// <param name="Text">All of the value and nothing else.</param>
internal readonly record struct PdfValue(ReadOnlyMemory<byte> Text)
{
    /// <summary>More elements than this are not understood: a page tree has far fewer in one array.</summary>
    public const int MaxElements = 20_000;

    private const int MaxNumberLength = 40;

    public double? AsNumber()
    {
        var tokenizer = new PdfTokenizer(Text.Span);
        return tokenizer.Next() == PdfTokenKind.Number && IsAll(tokenizer) && Text.Length <= MaxNumberLength
            ? double.Parse(
                Encoding.ASCII.GetString(Text.ToArray()),
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture)
            : null;
    }

    public int? AsInteger() => AsNumber() is double number && number == Math.Floor(number) && Math.Abs(number) <= int.MaxValue ? (int)number : null;

    /// <summary>The name without its slash, its <c>#</c> escapes replaced.</summary>
    public string? AsName()
    {
        var tokenizer = new PdfTokenizer(Text.Span);
        return tokenizer.Next() == PdfTokenKind.Name && IsAll(tokenizer) ? ReadName(tokenizer.Token) : null;
    }

    public PdfReference? AsReference()
    {
        var tokenizer = new PdfTokenizer(Text.Span);
        return tokenizer.NextIsInteger(out long number)
            && tokenizer.NextIsInteger(out long generation)
            && tokenizer.NextIs("R"u8)
            && IsAll(tokenizer)
            && number <= int.MaxValue
            && generation <= int.MaxValue
                ? new PdfReference((int)number, (int)generation)
                : null;
    }

    public PdfDictionary? AsDictionary()
        => Text.Span.StartsWith("<<"u8) ? PdfDictionary.Parse(Text) : null;

    /// <summary>The elements, or null when this is not an array.</summary>
    public List<PdfValue>? AsArray()
    {
        var tokenizer = new PdfTokenizer(Text.Span);
        if (tokenizer.Next() != PdfTokenKind.ArrayStart)
        {
            return null;
        }

        List<PdfValue> elements = [];
        while (tokenizer.TrySkipValue(out int start) && elements.Count < MaxElements)
        {
            elements.Add(new PdfValue(Text.Slice(start, tokenizer.Position - start)));
        }

        return tokenizer.Kind == PdfTokenKind.ArrayEnd && IsAll(tokenizer)
            ? elements
            : throw new PdfNotUnderstoodException("An array is too long or malformed.");
    }

    public bool IsNull() => Text.Span.SequenceEqual("null"u8);

    internal static string ReadName(ReadOnlySpan<byte> token)
    {
        var name = new StringBuilder(token.Length);
        for (int index = 1; index < token.Length; index++)
        {
            if (token[index] == '#' && index + 2 < token.Length && Hex(token[index + 1]) is int high && Hex(token[index + 2]) is int low)
            {
                name.Append((char)((high * 16) + low));
                index += 2;
            }
            else
            {
                name.Append((char)token[index]);
            }
        }

        return name.ToString();
    }

    private static int? Hex(byte digit) => digit switch
    {
        >= (byte)'0' and <= (byte)'9' => digit - '0',
        >= (byte)'a' and <= (byte)'f' => digit - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => digit - 'A' + 10,
        _ => null,
    };

    private bool IsAll(PdfTokenizer tokenizer) => tokenizer.Position == Text.Length;
}
