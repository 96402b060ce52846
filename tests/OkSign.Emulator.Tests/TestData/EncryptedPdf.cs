namespace OkSign.Emulator.Tests.TestData;

/// <summary>A PDF that says it is encrypted, with keys that no password fits.</summary>
internal static class EncryptedPdf
{
    public static byte[] NeedingAPassword()
    {
        string key = new('a', 64);
        return TestPdf.Raw(
            "/MediaBox[0 0 595 842]",
            "",
            $"/ID[<{key[..32]}><{key[..32]}>]/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -4/O<{key}>/U<{key}>>>");
    }
}
