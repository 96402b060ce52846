namespace OkSign.Client;

/// <summary>Takes the text of a PDF apart into tokens (ISO 32000-1, 7.2 and 7.3), without copying any of it.</summary>
/// <remarks>
/// A token that touches the end of the text may have been cut off there: whoever holds only a part of the file must compare
/// <see cref="Position"/> with the length of that part.
/// </remarks>
internal ref struct PdfTokenizer(ReadOnlySpan<byte> text)
{
    private const int MaxDepth = 64;

    private readonly ReadOnlySpan<byte> _text = text;

    /// <summary>Where the current token starts.</summary>
    public int Start { get; private set; }

    /// <summary>Where it ends, and the next search begins.</summary>
    public int Position { get; private set; }

    public PdfTokenKind Kind { get; private set; }

    public readonly ReadOnlySpan<byte> Token => _text.Slice(Start, Position - Start);

    public PdfTokenKind Next()
    {
        SkipSpaceAndComments();
        Start = Position;
        return Kind = Position == _text.Length ? PdfTokenKind.End : ReadToken();
    }

    public bool NextIs(ReadOnlySpan<byte> keyword) => Next() == PdfTokenKind.Keyword && Token.SequenceEqual(keyword);

    /// <summary>The next token if it is a whole number that is not negative.</summary>
    public bool NextIsInteger(out long number)
    {
        number = 0;
        return Next() == PdfTokenKind.Number && TryReadInteger(Token, out number);
    }

    /// <summary>
    /// Passes over a whole value: a number, a reference, a string, or everything from a bracket to the one that closes it.
    /// </summary>
    /// <param name="start">Where the value starts; it ends at <see cref="Position"/>.</param>
    public bool TrySkipValue(out int start)
    {
        Next();
        start = Start;
        return TrySkipRestOfValue();
    }

    /// <summary>The same for the value whose first token is the current one.</summary>
    public bool TrySkipRestOfValue()
    {
        switch (Kind)
        {
            case PdfTokenKind.Number:
                SkipRestOfReference();
                return true;
            case PdfTokenKind.Name or PdfTokenKind.String:
                return true;
            case PdfTokenKind.Keyword:
                return IsValueKeyword();
            case PdfTokenKind.ArrayStart or PdfTokenKind.DictionaryStart:
                return TrySkipToClosingBracket();
            default:
                return false;
        }
    }

    internal static bool TryReadInteger(ReadOnlySpan<byte> digits, out long number)
    {
        const int maxDigits = 18;
        number = 0;
        foreach (byte digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            number = (number * 10) + (digit - '0');
        }

        return digits.Length is > 0 and <= maxDigits;
    }

    private static bool IsSpace(byte value) => value is 0 or (byte)'\t' or (byte)'\n' or (byte)'\f' or (byte)'\r' or (byte)' ';

    private static bool IsDelimiter(byte value)
        => value is (byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'/' or (byte)'%';

    private static bool IsNumber(ReadOnlySpan<byte> token)
    {
        int digits = 0;
        int points = 0;
        for (int index = token[0] is (byte)'+' or (byte)'-' ? 1 : 0; index < token.Length; index++)
        {
            if (token[index] == '.')
            {
                points++;
            }
            else if (token[index] is >= (byte)'0' and <= (byte)'9')
            {
                digits++;
            }
            else
            {
                return false;
            }
        }

        return digits > 0 && points <= 1;
    }

    private void SkipSpaceAndComments()
    {
        bool isComment = false;
        while (Position < _text.Length)
        {
            byte value = _text[Position];
            isComment = isComment ? value is not ((byte)'\r' or (byte)'\n') : value == '%';
            if (!isComment && !IsSpace(value))
            {
                return;
            }

            Position++;
        }
    }

    private PdfTokenKind ReadToken()
    {
        byte first = _text[Position++];
        byte second = Position < _text.Length ? _text[Position] : (byte)0;
        switch (first)
        {
            case (byte)'[':
                return PdfTokenKind.ArrayStart;
            case (byte)']':
                return PdfTokenKind.ArrayEnd;
            case (byte)'<' when second == '<':
                Position++;
                return PdfTokenKind.DictionaryStart;
            case (byte)'>' when second == '>':
                Position++;
                return PdfTokenKind.DictionaryEnd;
            case (byte)'<':
                return ReadHexString();
            case (byte)'(':
                return ReadString();
            case (byte)'/':
                SkipRegular();
                return PdfTokenKind.Name;
            default:
                return IsDelimiter(first) ? PdfTokenKind.Malformed : ReadRegular();
        }
    }

    private PdfTokenKind ReadRegular()
    {
        SkipRegular();
        return IsNumber(Token) ? PdfTokenKind.Number : PdfTokenKind.Keyword;
    }

    private void SkipRegular()
    {
        while (Position < _text.Length && !IsSpace(_text[Position]) && !IsDelimiter(_text[Position]))
        {
            Position++;
        }
    }

    private PdfTokenKind ReadString()
    {
        int depth = 1;
        while (Position < _text.Length)
        {
            switch (_text[Position++])
            {
                case (byte)'\\' when Position < _text.Length:
                    Position++;
                    break;
                case (byte)'(':
                    depth++;
                    break;
                case (byte)')' when --depth == 0:
                    return PdfTokenKind.String;
            }
        }

        return PdfTokenKind.End;
    }

    private PdfTokenKind ReadHexString()
    {
        while (Position < _text.Length)
        {
            byte value = _text[Position++];
            if (value == '>')
            {
                return PdfTokenKind.String;
            }

            if (IsDelimiter(value))
            {
                return PdfTokenKind.Malformed;
            }
        }

        return PdfTokenKind.End;
    }

    private void SkipRestOfReference()
    {
        PdfTokenizer ahead = this;
        if (ahead.NextIsInteger(out _) && ahead.NextIs("R"u8))
        {
            this = ahead;
        }
    }

    private readonly bool IsValueKeyword()
        => Token.SequenceEqual("null"u8) || Token.SequenceEqual("true"u8) || Token.SequenceEqual("false"u8);

    private bool TrySkipToClosingBracket()
    {
        int depth = 0;
        ulong dictionaries = 0; // A bit for each open bracket, the innermost lowest.
        while (true)
        {
            switch (Kind)
            {
                case PdfTokenKind.ArrayStart or PdfTokenKind.DictionaryStart when depth < MaxDepth:
                    depth++;
                    dictionaries = (dictionaries << 1) | (Kind == PdfTokenKind.DictionaryStart ? 1UL : 0);
                    break;
                case PdfTokenKind.ArrayEnd when (dictionaries & 1) == 0:
                case PdfTokenKind.DictionaryEnd when (dictionaries & 1) == 1:
                    depth--;
                    dictionaries >>= 1;
                    break;
                case PdfTokenKind.Number or PdfTokenKind.Name or PdfTokenKind.String:
                case PdfTokenKind.Keyword when IsValueKeyword() || Token.SequenceEqual("R"u8):
                    break;
                default:
                    return false;
            }

            if (depth == 0)
            {
                return true;
            }

            Next();
        }
    }
}
