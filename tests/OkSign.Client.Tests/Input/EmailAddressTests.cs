namespace OkSign.Client.Tests;

public class EmailAddressTests
{
    [Theory]
    [InlineData("anna@example.com")]
    [InlineData("a@b.be")]
    [InlineData("Anna.O'Hara+oksign@sub.example.co.uk")]
    [InlineData("anna_1!#$%&*/=?^`{|}~-@example-1.com")]
    [InlineData("zoë@exämple.be")]
    [InlineData("anna@123.example")]
    public void IsPlausible_Address_Is(string text) => Assert.True(EmailAddress.IsPlausible(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("anna")]
    [InlineData("anna@")]
    [InlineData("@example.com")]
    [InlineData("anna@example")]
    [InlineData("anna@.com")]
    [InlineData("anna@example.")]
    [InlineData("anna@example..com")]
    [InlineData("anna@-example.com")]
    [InlineData("anna@example-.com")]
    [InlineData("anna@bert@example.com")]
    [InlineData("anna@@example.com")]
    [InlineData(" anna@example.com")]
    [InlineData("anna@example.com ")]
    [InlineData("anna @example.com")]
    [InlineData("anna@example.com\n")]
    [InlineData("anna@exa\0mple.com")]
    [InlineData("anna@example.com,bert@example.com")]
    [InlineData("anna@example.com;")]
    [InlineData("Anna <anna@example.com>")]
    [InlineData("\"anna\"@example.com")]
    [InlineData("mailto:anna@example.com")]
    public void IsPlausible_AnotherText_IsNot(string? text) => Assert.False(EmailAddress.IsPlausible(text));

    [Theory]
    [InlineData(254, true)]
    [InlineData(255, false)]
    public void IsPlausible_LongAddress_UpToWhatMailTakes(int length, bool expected)
        => Assert.Equal(expected, EmailAddress.IsPlausible(new string('a', length - "@example.com".Length) + "@example.com"));
}
