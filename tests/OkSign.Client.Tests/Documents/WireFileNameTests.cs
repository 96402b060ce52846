using CsCheck;

namespace OkSign.Client.Tests;

public class WireFileNameTests
{
    private static readonly Gen<string> Names = Gen.OneOf(Gen.String, Gen.String[Gen.Char, 0, 40].Select(static text => text + ".pdf"));

    [Theory]
    [InlineData("contract.pdf", "contract.pdf")]
    [InlineData("Contract 2026 (v1)_final-[a].pdf", "Contract 2026 (v1)_final-[a].pdf")]
    [InlineData("Contract.PDF", "Contract.pdf")]
    [InlineData("contract", "contract.pdf")]
    [InlineData("contract.v2", "contract.v2.pdf")]
    [InlineData(".pdf", "document.pdf")]
    [InlineData(" a .pdf", "a.pdf")]
    [InlineData("Überlassungsvertrag – 2026.pdf", "Uberlassungsvertrag - 2026.pdf")]
    [InlineData("U\u0308ber.pdf", "Uber.pdf")]
    [InlineData("Straße ẞ.pdf", "Strasse SS.pdf")]
    [InlineData("Łódź łąka.pdf", "Lodz laka.pdf")]
    [InlineData("Smørrebrød Æble œuvre.pdf", "Smorrebrod AEble oeuvre.pdf")]
    [InlineData("Þór Đorđe ð ı.pdf", "Thor Dorde d i.pdf")]
    [InlineData("ß ẞ æ Æ œ Œ ø Ø ł Ł đ Đ ð Ð þ Þ ı.pdf", "ss SS ae AE oe OE o O l L d D d D th Th i.pdf")]
    [InlineData("a\u00a0b\u3000c.pdf", "a b c.pdf")]
    [InlineData("ﬁn № Ⅳ.pdf", "fin No IV.pdf")]
    [InlineData("smile 😀!.pdf", "smile _!.pdf")]
    [InlineData("zero\u200bwidth.pdf", "zero_width.pdf")]
    [InlineData("\u202egnp.pdf", "_gnp.pdf")]
    [InlineData("договор.pdf", "_______.pdf")]
    [InlineData("契約.pdf", "__.pdf")]
    public void From_Name_IsItsNearestAscii(string name, string expected) => Assert.Equal(expected, WireFileName.From(name, FileType.Pdf));

    [Theory]
    [InlineData(0xD800)]
    [InlineData(0xDC00)]
    public void From_LoneSurrogate_IsAnUnderscore(int surrogate)
        => Assert.Equal("a_b.pdf", WireFileName.From($"a{(char)surrogate}b.pdf", FileType.Pdf));

    [Theory]
    [InlineData(0xFDD0)]
    [InlineData(0xFFFE)]
    [InlineData(0xFFFF)]
    public void From_Noncharacter_IsAnUnderscore(int noncharacter)
        => Assert.Equal("a_b.pdf", WireFileName.From($"a{(char)noncharacter}b.pdf", FileType.Pdf));

    [Fact]
    public void From_NameOfMarksOnly_IsDocument() => Assert.Equal("document.docx", WireFileName.From("\u0301\u0302.docx", FileType.Docx));

    [Theory]
    [InlineData("Übersicht", "Ubersicht")]
    [InlineData("Übersicht.númber", "Ubersicht.number")]
    [InlineData(" .gitignore ", ".gitignore")]
    [InlineData("\u0301", "document")]
    public void From_NameOfUnknownType_KeepsTheExtensionThatItHas(string name, string expected)
        => Assert.Equal(expected, WireFileName.From(name, FileType.Unknown));

    [Theory]
    [InlineData("a／b.pdf")]
    [InlineData("a＼b.pdf")]
    [InlineData("a﹨b.pdf")]
    [InlineData("℀.pdf")]
    public void From_CharacterThatComesApartIntoASlash_HasNoPathInIt(string name)
        => Assert.Equal(-1, WireFileName.From(name, FileType.Pdf).AsSpan().IndexOfAny('/', '\\'));

    [Fact]
    public void From_AnyNameThatRequireAccepts_CanStandInAHeaderAndKeepsTheExtension()
        => Names.Where(IsAccepted).Sample(
            name =>
            {
                string ascii = WireFileName.From(name, FileType.Pdf);
                Assert.True(HeaderText.IsValid(ascii), ascii);
                Assert.EndsWith(".pdf", ascii, StringComparison.Ordinal);
                Assert.True(ascii.Length > ".pdf".Length);
            },
            iter: 20_000,
            threads: 1);

    [Fact]
    public void From_AsciiName_IsUnchanged()
        => Gen.String[Gen.Char['!', '~'], 1, 40].Where(IsAccepted).Sample(
            stem => Assert.Equal(stem + ".docx", WireFileName.From(stem + ".docx", FileType.Docx)),
            iter: 2_000,
            threads: 1);

    [Theory]
    [InlineData("")]
    [InlineData(" \t")]
    [InlineData("a\nb")]
    [InlineData("a\u007fb")]
    [InlineData("a\u009fb")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    public void Require_BadName_Throws(string name) => Assert.Throws<ArgumentException>(nameof(name), () => WireFileName.Require(name));

    [Theory]
    [InlineData("a")]
    [InlineData("Überlassung – 2026.pdf")]
    public void Require_UsableName_GivesIt(string name) => Assert.Equal(name, WireFileName.Require(name));

    private static bool IsAccepted(string name)
    {
        try
        {
            WireFileName.Require(name);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
