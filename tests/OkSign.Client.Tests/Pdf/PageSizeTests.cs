namespace OkSign.Client.Tests;

public class PageSizeTests
{
    [Fact]
    public void NamedSizes_InMillimetres_AreTheirStandards()
    {
        Assert.Equal((297, 420), InMillimetres(PageSize.A3));
        Assert.Equal((210, 297), InMillimetres(PageSize.A4));
        Assert.Equal((148, 210), InMillimetres(PageSize.A5));
        Assert.Equal(new PageSize(8.5 * 72, 11 * 72), PageSize.Letter);
        Assert.Equal(new PageSize(8.5 * 72, 14 * 72), PageSize.Legal);
    }

    [Fact]
    public void Landscape_OfEither_LiesOnItsLongSide()
    {
        Assert.Equal(new PageSize(841.89, 595.28), PageSize.A4.Landscape);
        Assert.Equal(PageSize.A4.Landscape, PageSize.A4.Landscape.Landscape);
    }

    [Fact]
    public void ToString_Always_IsWidthAndHeight() => Assert.Equal("595.28 x 841.89", PageSize.A4.ToString());

    private static (double Width, double Height) InMillimetres(PageSize size) => (Math.Round(size.Width / 72 * 25.4), Math.Round(size.Height / 72 * 25.4));
}
