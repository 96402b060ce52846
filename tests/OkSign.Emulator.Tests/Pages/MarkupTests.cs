using OkSign.Emulator.Pages;

namespace OkSign.Emulator.Tests.Pages;

public class MarkupTests
{
    [Fact]
    public void Of_Text_IsEncodedAndMarkupIsNot()
    {
        string text = "<b>\"'&é漢";

        Markup markup = Markup.Of($"<p title=\"{text}\">{Markup.Of($"<i>{text}</i>")}{1.5}</p>");

        Assert.Equal("<p title=\"&lt;b&gt;&quot;&#x27;&amp;é漢\"><i>&lt;b&gt;&quot;&#x27;&amp;é漢</i>1.5</p>", markup.ToString());
    }

    [Fact]
    public void Of_Nothing_IsNothing() => Assert.Equal("", $"{Markup.Of($"{(string?)null}")}{default(Markup)}{Markup.Empty}");
}
