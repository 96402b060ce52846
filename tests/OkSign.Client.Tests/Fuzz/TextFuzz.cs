namespace OkSign.Client.Tests.Fuzz;

/// <summary>Texts that are stored or configured elsewhere: checkpoints, credentials, ids and the like.</summary>
internal static class TextFuzz
{
    private static readonly string[] CheckpointPieces = ["1", "2", "b", "w", ".", ".", ".", "1772366400", "946684800", "253402300799", "221845305600", "-1", "AAAAAAAAAAAAAAAA", "AAAA", "=", "\u0661"];

    private static readonly string[] CredentialPieces = ["012345", Sample.Token, "my-label", ";", ";", ";", "x-oksign-authorization"];

    private static readonly string[] IdPieces = [Sample.SourceIdText, "bt_00000000-0000-0000-0000-000000000001", "a@b.example", "+32470000001", "https://", "https://a.example/", "[::1]", ":99999", "xn--"];

    private static readonly string[] GoodCheckpoints =
    [
        SignedFeedCheckpoint.StartingAt(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero)).ToString(),
        new SignedFeedCheckpoint(DateTimeOffset.UnixEpoch.AddYears(56), DateTimeOffset.UnixEpoch.AddYears(57), new SignatureMark[] { new(1, 2), new(ulong.MaxValue, uint.MaxValue) }).ToString(),
    ];

    public static FuzzTarget Checkpoints { get; } = new("checkpoints", Share: 10, random => Make(random, GoodCheckpoints, CheckpointPieces, ReadCheckpoint));

    public static FuzzTarget Credentials { get; } = new("credentials", Share: 8, random => Make(random, [Sample.KeyText], CredentialPieces, ReadCredentials));

    public static FuzzTarget Ids { get; } = new("ids, addresses", Share: 8, random => Make(random, IdPieces, IdPieces, ReadIds));

    private static FuzzCase Make(Random random, string[] good, string[] pieces, Func<string, bool> read)
    {
        string text = random.OneIn(3) ? TextMaker.Text(random, pieces) : TextMaker.Mutate(random, random.Pick(good));
        return new FuzzCase(text.Length, () => TextMaker.Show(text), () => Task.FromResult(read(text)));
    }

    private static bool ReadCheckpoint(string text)
    {
        bool isRead = SignedFeedCheckpoint.TryParse(text, out SignedFeedCheckpoint? checkpoint);
        Assert.Equal(isRead, checkpoint is not null);
        Assert.Equal(isRead, !Throws<FormatException>(() => SignedFeedCheckpoint.Parse(text)));
        if (checkpoint is not null)
        {
            Assert.Equal(checkpoint.ToString(), SignedFeedCheckpoint.Parse(checkpoint.ToString()).ToString());
        }

        return isRead;
    }

    private static bool ReadCredentials(string text)
    {
        bool isRead = OkSignCredentials.TryParse(text, out OkSignCredentials? credentials);
        Assert.Equal(isRead, credentials is not null);
        try
        {
            Assert.Equal(credentials?.Key.Value, OkSignCredentials.Parse(text).Key.Value);
            Assert.True(TextMaker.IsForHeader(credentials!.Key.Value), "The credentials cannot stand in a header.");
        }
        catch (FormatException exception)
        {
            Assert.False(isRead, "It can be read and cannot.");
            Assert.DoesNotContain(Sample.Token, exception.ToString(), StringComparison.Ordinal);
        }

        return isRead;
    }

    private static bool ReadIds(string text)
    {
        bool isId = !Throws<ArgumentException>(() => _ = new SourceDocumentId(text));
        Assert.Equal(isId, !Throws<ArgumentException>(() => _ = new SignedDocumentId(text)));
        bool[] others =
        [
            Throws<ArgumentException>(() => _ = new SignerId(text)),
            Throws<ArgumentException>(() => _ = new BriefcaseToken(text)),
            EmailAddress.IsPlausible(text),
            MobileNumber.IsE164(text),
            WebAddress.Of(text)?.AbsoluteUri is not null,
            WireTime.Parse(text) is not null,
        ];
        Assert.True(!isId || TextMaker.IsForHeader(text), "The id cannot stand in a header.");
        return isId && others.Length > 0;
    }

    private static bool Throws<T>(Action action)
        where T : Exception
    {
        try
        {
            action();
            return false;
        }
        catch (T)
        {
            return true;
        }
    }
}
