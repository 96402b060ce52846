using System.Text;
using System.Threading.Channels;

namespace OkSign.Emulator.Tests.TestData;

/// <summary>Lets a test wait for a line of output.</summary>
internal sealed class LineWriter : TextWriter
{
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();

    public override Encoding Encoding => Encoding.UTF8;

    public override Task WriteLineAsync(string? value) => _lines.Writer.WriteAsync(value ?? "").AsTask();

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <returns>What follows the beginning of the next such line.</returns>
    public async Task<string> LineAsync(string beginning)
    {
        while (true)
        {
            string line = await _lines.Reader.ReadAsync(TestContext.Current.CancellationToken);
            if (line.StartsWith(beginning, StringComparison.Ordinal))
            {
                return line[beginning.Length..];
            }
        }
    }
}
