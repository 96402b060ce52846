using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace OkSign.Emulator.Http;

/// <summary>Where the server listens, known once it has started.</summary>
internal sealed class ServerAddress(IServer server)
{
    public Uri Root => new(server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
        ?? throw new InvalidOperationException("The server has not started."));
}
