using Microsoft.Extensions.DependencyInjection;

namespace OkSign.Client.AspNetCore;

/// <summary>The host's clock: the <see cref="System.TimeProvider"/> of its container, where it has one.</summary>
internal sealed class HostClock(IServiceProvider services)
{
    public TimeProvider TimeProvider { get; } = services.GetService<TimeProvider>() ?? TimeProvider.System;
}
