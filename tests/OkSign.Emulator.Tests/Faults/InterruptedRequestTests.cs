using System.Net.Sockets;
using OkSign.Emulator.Tests.TestData;

namespace OkSign.Emulator.Tests.Faults;

public class InterruptedRequestTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(10_000)]
    [InlineData(long.MaxValue)]
    public async Task ResetWhileReading_Upload_IsAResetWithoutTheWork(long afterBytes)
    {
        await using TestService service = await TestService.StartAsync();
        service.Emulator.Faults.Inject("Document.upload", EmulatorFault.ResetWhileReading(afterBytes));

        HttpRequestException failure = await Assert.ThrowsAsync<HttpRequestException>(() => service.TryUploadAsync(new byte[8 * 1024 * 1024]));

        Assert.Contains(
            Assert.IsType<SocketException>(failure.GetBaseException()).SocketErrorCode, new[] { SocketError.ConnectionReset, SocketError.Shutdown });
        RecordedRequest request = Assert.Single(service.Emulator.Requests);
        Assert.Equal((0, false), (request.StatusCode, request.CarriedOut));
        Assert.Equal(0, await service.DocumentCountAsync());
    }

    [Fact]
    public async Task StallWhileReading_LargeUpload_IsHeldInTheMiddle()
    {
        await using TestService service = await TestService.StartAsync();
        service.Emulator.Faults.Inject("Document.upload", EmulatorFault.StallWhileReading(afterBytes: 1_000_000));
        var content = new ProbedContent(length: 64 * 1024 * 1024);

        Task<Answer> upload = service.SendAsync(HttpMethod.Post, "v1/document/upload", null, content);
        RecordedRequest held = await service.Emulator.Faults.HeldAsync(TestContext.Current.CancellationToken);

        Assert.Equal(("Document.upload", 0, false), (held.Operation, held.StatusCode, held.CarriedOut));
        Assert.False(upload.IsCompleted);
        service.Emulator.Faults.Clear();
        await Assert.ThrowsAsync<HttpRequestException>(() => upload);
        Assert.InRange(content.Written, 900_000, content.Length - 1);
        Assert.Equal(0, await service.DocumentCountAsync());
    }

    /// <summary>Zeros, and how many of them have been taken.</summary>
    private sealed class ProbedContent(long length) : HttpContent
    {
        public long Length => length;

        public long Written { get; private set; }

        protected override async Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context)
        {
            byte[] block = new byte[64 * 1024];
            for (; Written < length; Written += block.Length)
            {
                await stream.WriteAsync(block);
            }
        }

        protected override bool TryComputeLength(out long computed)
        {
            computed = length;
            return true;
        }
    }
}
