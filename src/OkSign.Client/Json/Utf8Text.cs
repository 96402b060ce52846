using System.Text;
#if NET
using System.Text.Unicode;
#endif

namespace OkSign.Client;

/// <summary>UTF-8 as it comes from outside: what is none becomes the replacement character instead of an exception deep inside.</summary>
internal static class Utf8Text
{
    /// <summary>The same bytes when they are UTF-8, as they nearly always are; else a repaired copy.</summary>
    public static ReadOnlyMemory<byte> Repair(ReadOnlyMemory<byte> text)
        => IsValid(text.Span) ? text : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(text.ToArray()));

#if NET
    private static bool IsValid(ReadOnlySpan<byte> text) => Utf8.IsValid(text);
#else
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static bool IsValid(ReadOnlySpan<byte> text)
    {
        try
        {
            Strict.GetCharCount(text.ToArray());
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
#endif
}
