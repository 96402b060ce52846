namespace OkSign.Client.Tests;

public class WirePathTests
{
    [Theory]
    [InlineData("/a/{id}", "{id}")]
    [InlineData("/{id}/b", "{id}")]
    [InlineData("/a}/{id}", "{id}")]
    [InlineData("/a", null)]
    [InlineData("/a{", null)]
    [InlineData("/a}{", null)]
    public void PlaceholderOf_Path_IsItsNameInBraces(string path, string? expected) => Assert.Equal(expected, WirePath.PlaceholderOf(path));

    [Theory]
    [InlineData("/a/x1", "/a/{id}", "x1")]
    [InlineData("/x1/b", "/{id}/b", "x1")]
    [InlineData("/a-x1-b", "/a-{id}-b", "x1")]
    [InlineData("/a/%2Fx%3F/b", "/a/{longName}/b", "%2Fx%3F")]
    public void ValueIn_FilledTemplate_IsTheValueAsItStands(string path, string template, string expected)
    {
        Assert.Equal(expected, WirePath.ValueIn(path, template));
        Assert.Equal(path, WirePath.Fill(template, expected));
    }

    [Theory]
    [InlineData("/a/{id}", true)]
    [InlineData("/a/{id}/b", true)]
    [InlineData("/a/{id}/{id}", false)]
    [InlineData("/a/{id}/{more}", false)]
    [InlineData("/a}/{id}", false)]
    [InlineData("/a/{other}", false)]
    [InlineData("/a", false)]
    public void HasOnly_Path_IsTrueWithThatNameOnceAndNoOtherBraces(string path, bool expected) => Assert.Equal(expected, WirePath.HasOnly(path, "{id}"));

    [Theory]
    [InlineData("https://a.example", "https://a.example/x?y=1")]
    [InlineData("https://a.example/", "https://a.example/x?y=1")]
    [InlineData("https://a.example/rest/", "https://a.example/rest/x?y=1")]
    public void At_BaseAddressWithAndWithoutSlash_IsThePathBehindIt(string baseAddress, string expected)
        => Assert.Equal(expected, WirePath.At(new Uri(baseAddress), "/x?y=1").AbsoluteUri);
}
