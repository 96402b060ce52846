using Microsoft.Extensions.Hosting;

namespace OkSign.Emulator;

/// <summary>A host that nothing but its owner stops.</summary>
internal sealed class NoLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
