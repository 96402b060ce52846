using System.Collections.Immutable;
using OkSign.Emulator.Bundles;
using OkSign.Emulator.Callbacks;
using OkSign.Emulator.State;

namespace OkSign.Emulator.Tests.Bundles;

public class CallbackAddressesTests
{
    private static readonly WebAddresses OfBriefcase = new(new Uri("https://a.example/callback"), new Uri("https://a.example/return"), new Uri("https://a.example/webhook"));

    [Fact]
    public void CallbackAddressesOf_DocumentOfNoBundle_AreNone()
        => Assert.Equal(WebAddresses.None, StoreWith().CallbackAddressesOf("document"));

    [Theory]
    [InlineData(null)]
    [InlineData("own link of the document")]
    public void CallbackAddressesOf_DocumentInABriefcase_AreTheBriefcases(string? link)
        => Assert.Equal(OfBriefcase, StoreWith(Bundle(BundleKind.Briefcase, "link", OfBriefcase)).CallbackAddressesOf("document", link));

    [Fact]
    public void CallbackAddressesOf_SessionLink_AreTheSessionsFirst()
    {
        var callback = new Uri("https://b.example/callback");
        BundleStore bundles = StoreWith(
            Bundle(BundleKind.Briefcase, "link of briefcase", OfBriefcase),
            Bundle(BundleKind.SignExpress, "link", new WebAddresses(callback, null, null)));

        Assert.Equal(OfBriefcase with { Callback = callback }, bundles.CallbackAddressesOf("document", "link"));
        Assert.Equal(OfBriefcase, bundles.CallbackAddressesOf("document"));
    }

    [Fact]
    public void CallbackAddressesOf_SessionWithoutItsLink_AreNone()
        => Assert.Equal(
            WebAddresses.None, StoreWith(Bundle(BundleKind.SignExpress, "link", OfBriefcase)).CallbackAddressesOf("document"));

    [Fact]
    public void CallbackAddressesOf_UsedLink_AreStillKnown()
    {
        BundleStore bundles = StoreWith(Bundle(BundleKind.SignExpress, "link", OfBriefcase));

        bundles.UseLink("link", DateTimeOffset.UnixEpoch, () => 0);

        Assert.Equal(OfBriefcase, bundles.CallbackAddressesOf("document", "link"));
    }

    [Fact]
    public void UseLink_SigningThrows_DoesNotUseIt()
    {
        BundleStore bundles = StoreWith(Bundle(BundleKind.SignExpress, "link", OfBriefcase));

        Assert.Throws<InvalidTimeZoneException>(() => bundles.UseLink<int>("link", DateTimeOffset.UnixEpoch, () => throw new InvalidTimeZoneException()));

        Assert.Equal(7, bundles.UseLink("link", DateTimeOffset.UnixEpoch, () => 7));
    }

    [Fact]
    public void UseLink_RemovedMeanwhile_DoesNotSign()
    {
        BundleStore bundles = StoreWith(Bundle(BundleKind.SignExpress, "link", OfBriefcase));
        bundles.Remove(BundleKind.SignExpress, "token of link");

        Assert.Throws<EmulatedSigningException>(() => bundles.UseLink<int>("link", DateTimeOffset.UnixEpoch, () => throw new InvalidTimeZoneException()));
    }

    private static BundleStore StoreWith(params SigningBundle[] bundles)
    {
        var store = new BundleStore(new ChangeSignal());
        foreach (SigningBundle bundle in bundles)
        {
            store.Add(() => bundle);
        }

        return store;
    }

    private static SigningBundle Bundle(BundleKind kind, string link, WebAddresses addresses) => new()
    {
        Kind = kind,
        Token = $"token of {link}",
        CreatedAt = DateTimeOffset.UnixEpoch,
        DocumentIds = ["document"],
        LinkTokens = ImmutableDictionary<string, string>.Empty.Add("signer", link),
        Addresses = addresses,
    };
}
