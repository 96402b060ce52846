using System.Text;
using OkSign.Client.Tests.Contracts;

namespace OkSign.Client.Tests.Fuzz;

/// <summary>Bodies where a PDF should come, read piece by piece: a PDF to its end mark, or a failure.</summary>
internal static class DownloadFuzz
{
    public static FuzzTarget Target { get; } = new("downloads", Share: 5, Make) { FixedAllocation = 256 * 1024 };

    private static FuzzCase Make(Random random)
    {
        byte[] body = random.Next(4) switch
        {
            0 => AnswerFuzz.Body(random, [], JsonMaker.Value(random)).Body,
            1 => [.. SamplePdf.Contract, .. new byte[random.Size(3_000)]],
            2 => [.. new byte[random.Size(2_000)], .. SamplePdf.Contract],
            _ => SamplePdf.Contract,
        };
        body = random.OneIn(4) ? body : ByteMutator.Mutate(random, body);
        int piece = 64 + random.Size(4_096);
        return new FuzzCase(body.Length, () => $"in pieces of {piece}, {Convert.ToBase64String(body)}", () => FeedAsync(body, piece));
    }

    private static async Task<bool> FeedAsync(byte[] body, int piece)
    {
        try
        {
            using PdfDownload download = await FuzzClient.Answering(body, mediaType: "application/pdf").Documents.RetrieveAsync(Sample.SignedId);
            byte[] buffer = new byte[piece];
            int length = 0;
            for (int read = 1; read > 0; length += read)
            {
                read = await download.Content.ReadAsync(buffer);
                Assert.Equal(body.AsSpan(length, read), buffer.AsSpan(0, read));
            }

            Assert.Equal(body.Length, length);
            Assert.Contains("%%EOF", Encoding.Latin1.GetString(body.AsSpan(Math.Max(0, body.Length - 1024))), StringComparison.Ordinal);
            return true;
        }
        catch (OkSignException exception)
        {
            FuzzClient.Check(exception, isWellFormed: false);
            return false;
        }
    }
}
