namespace OkSign.Client.Tests.Fuzz;

/// <summary>Names of files: usable or refused; and what goes into a header is what may stand there.</summary>
internal static class FileNameFuzz
{
    private static readonly string[] Pieces = [".pdf", ".PDF", ".doc", ".docx", ".txt", ".pdf.exe", "CON", "contract", "\u00dcberlassung \u2013 2026", "..", "."];

    private static readonly byte[][] Contents = [Sample.Pdf(), Sample.Doc(), Sample.Docx(), [0], [.. "plain text"u8], []];

    public static FuzzTarget Target { get; } = new("file names", Share: 12, Make) { AllocationPerByte = 256 };

    private static FuzzCase Make(Random random)
    {
        string name = TextMaker.Text(random, Pieces) + (random.OneIn(2) ? random.Pick(Pieces) : "");
        byte[] content = random.OneIn(4) ? ByteMutator.Mutate(random, random.Pick(Contents)) : random.Pick(Contents);
        return new FuzzCase(name.Length + content.Length, () => $"{TextMaker.Show(name)}, {Convert.ToBase64String(content)}", () => Task.FromResult(Feed(name, content)));
    }

    private static bool Feed(string name, byte[] content)
    {
        try
        {
            OkSignFile file = OkSignFile.FromBytes(content, name);
            Assert.Equal(name, file.Name);
            Assert.True(TextMaker.IsForHeader(file.AsciiName), $"{TextMaker.Show(file.AsciiName)} cannot stand in a header.");
            Assert.DoesNotContain(file.AsciiName, static character => character is '/' or '\\');
            return true;
        }
        catch (ArgumentException exception)
        {
            // The two reasons that are documented; any other name is usable.
            Assert.True(content.Length == 0 || string.IsNullOrWhiteSpace(name) || name.Any(static character => char.IsControl(character) || character is '/' or '\\'), $"The name was usable: {exception.Message}");
            return false;
        }
    }
}
