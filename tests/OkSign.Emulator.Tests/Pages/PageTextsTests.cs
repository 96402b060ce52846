using System.Text.RegularExpressions;
using OkSign.Emulator.Pages;

namespace OkSign.Emulator.Tests.Pages;

public partial class PageTextsTests
{
    private static readonly PageTexts Texts = new(new PageAssets());

    [Fact]
    public void Languages_AreThree() => Assert.Equal(["en", "nl", "fr"], Texts.All.Select(text => text.Language));

    [Fact]
    public void Languages_HaveTheSameKeysWithTheSamePlaceholders()
        => Assert.All(Texts.All, text => Assert.Equal(Shape(Texts.All.First()), Shape(text)));

    [Fact]
    public void Keys_InScriptsAndPages_AreThere()
    {
        string folder = Path.GetDirectoryName(Repository.PathOf("src/OkSign.Emulator/OkSign.Emulator.csproj"))!;
        IEnumerable<string> used = Directory.EnumerateFiles(folder, "*.*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".js" && !file.Contains("/vendor/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(file => Key().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value)
            .Distinct();

        Assert.Empty(used.Except(Texts.All.First().Words.Keys));
    }

    private static IEnumerable<string> Shape(PageText text)
        => text.Words
            .Select(word => $"{word.Key} {string.Join(' ', Placeholder().Matches(word.Value).Select(match => match.Value).Order())}")
            .Order(StringComparer.Ordinal);

    [GeneratedRegex("\\{\\d\\}")]
    private static partial Regex Placeholder();

    // What looks like a key of the table: "problem.missing".
    [GeneratedRegex("\"((?:sign|document|field|signature|method|code|action|refuse|problem|done|state|dokument)\\.[a-z][A-Za-z.]*)\"")]
    private static partial Regex Key();
}
