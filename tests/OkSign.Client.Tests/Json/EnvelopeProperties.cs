using System.Text.Json;
using CsCheck;

namespace OkSign.Client.Tests;

/// <summary>What is so for every answer, whatever somebody made of it.</summary>
public class EnvelopeProperties
{
    private static readonly Gen<byte[]> MutatedEnvelopes = AnyAnswer.Like(
        """{"status":"OK","reason":"012345-abc"}""",
        """{"status":"FAILED","reason":["a","b",{"c":"\ud83d\ude00"}]}""",
        """{ "reason" : { "url" : "https:\/\/x.example\/y", "n" : [1, 2.5e3, true, null] }, "status" : "FAILED" }""",
        """{"status":"FAILED","reason":"","more":{"\u0061":[[[]]]}}""");

    [Fact]
    public void Parse_AnyBytes_GivesAResultOrAJsonException() => AnyAnswer.Bytes.Sample(ParseAndReadAll, iter: 20_000, threads: 1);

    [Fact]
    public void Parse_MutatedEnvelopes_GivesAResultOrAJsonException() => MutatedEnvelopes.Sample(ParseAndReadAll, iter: 20_000, threads: 1);

    [Fact]
    public void Parse_AssembledPieces_GivesAResultOrAJsonException() => AnyAnswer.Assembled.Sample(ParseAndReadAll, iter: 50_000, threads: 1);

    private static void ParseAndReadAll(byte[] json)
    {
        try
        {
            Envelope envelope = Envelope.Parse(json);
            Assert.NotNull(envelope.Reasons());
            Assert.False(envelope.IsOk && envelope.IsFailed);
        }
        catch (JsonException)
        {
            // The only way in which it may fail.
        }
    }
}
