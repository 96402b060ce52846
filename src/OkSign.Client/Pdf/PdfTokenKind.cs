namespace OkSign.Client;

/// <summary>What <see cref="PdfTokenizer"/> tells apart.</summary>
internal enum PdfTokenKind
{
    /// <summary>There is nothing more, or the text stops within a string.</summary>
    End,

    /// <summary>Something that stands in no PDF, such as a bracket that was never opened.</summary>
    Malformed,

    /// <summary>A whole or a decimal number.</summary>
    Number,

    /// <summary>A name with its slash.</summary>
    Name,

    /// <summary>A string, in parentheses or in hexadecimal.</summary>
    String,

    /// <summary><c>obj</c>, <c>R</c>, <c>null</c> and the like.</summary>
    Keyword,

    /// <summary><c>[</c></summary>
    ArrayStart,

    /// <summary><c>]</c></summary>
    ArrayEnd,

    /// <summary><c>&lt;&lt;</c></summary>
    DictionaryStart,

    /// <summary><c>&gt;&gt;</c></summary>
    DictionaryEnd,
}
