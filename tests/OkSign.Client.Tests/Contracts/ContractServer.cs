using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;

namespace OkSign.Client.Tests.Contracts;

/// <summary>One server for a class of tests; every test gives it its one answer.</summary>
public sealed class ContractServer : IDisposable
{
    private readonly WireMockServer _server = WireMockServer.Start();

    public WireMockServer AnsweringWith(ContractAnswer answer)
    {
        IResponseBuilder response = Response.Create()
            .WithStatusCode(answer.Status)
            .WithHeader("content-type", answer.ContentType)
            .WithBody(answer.Body);
        if (answer.Location is { } location)
        {
            response = response.WithHeader("location", location);
        }

        _server.Reset();
        _server.Given(Request.Create().UsingAnyMethod()).RespondWith(response);
        return _server;
    }

    public void Dispose() => _server.Dispose();
}
