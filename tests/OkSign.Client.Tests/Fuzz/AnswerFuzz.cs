using System.Net;
using System.Text;
using System.Text.Json;
using OkSign.Client.Tests.Contracts;

namespace OkSign.Client.Tests.Fuzz;

/// <summary>Answers to every operation, through the whole client: good ones of the contract table that were changed, and some made up.</summary>
internal static class AnswerFuzz
{
    private static readonly HttpStatusCode[] Statuses =
        [.. new[] { 201, 204, 206, 300, 302, 304, 400, 401, 403, 404, 405, 408, 409, 413, 418, 422, 429, 500, 502, 503, 504, 599, 999 }.Select(static status => (HttpStatusCode)status)];

    private static readonly string[] MediaTypes = ["application/json", "text/html", "application/pdf", "application/octet-stream"];

    private static readonly (Contract<OkSignClient> Contract, byte[] Body, JsonText? Json)[] Answers =
    [
        .. from contract in ContractTable.All
           from answer in contract.Answers
           select (contract, answer.Body, JsonOf(answer.Body)),
    ];

    public static FuzzTarget Target { get; } = new("answers", Share: 40, Make) { FixedAllocation = 256 * 1024, AllocationPerByte = 512 };

    public static FuzzTarget RawTarget { get; } = new("raw answers", Share: 5, MakeRaw) { FixedAllocation = 256 * 1024 };

    /// <summary>The body of an answer, and whether it still is JSON.</summary>
    public static (byte[] Body, bool IsWellFormed) Body(Random random, byte[] body, JsonText? json)
    {
        if (json is null)
        {
            return (ByteMutator.Mutate(random, body), false);
        }

        JsonText changed = random.OneIn(20) ? JsonMaker.Value(random) : json;
        for (int change = random.Next(5); change > 0; change--)
        {
            changed = changed.Mutate(random);
        }

        body = Encoding.UTF8.GetBytes(changed.ToString());
        return random.OneIn(3) ? (ByteMutator.Mutate(random, body), false) : (body, true);
    }

    private static FuzzCase Make(Random random)
    {
        (Contract<OkSignClient> contract, byte[] body, JsonText? json) = random.Pick(Answers);
        (body, bool isWellFormed) = Body(random, body, json);
        HttpStatusCode status = random.OneIn(12) ? random.Pick(Statuses) : HttpStatusCode.OK;
        string mediaType = random.OneIn(8) ? random.Pick(MediaTypes) : MediaTypes[0];
        bool isRenamed = random.OneIn(16);
        return new FuzzCase(
            body.Length,
            () => $"{contract.Operation}{(isRenamed ? ", members renamed" : "")}, HTTP {(int)status}, {mediaType}, {Convert.ToBase64String(body)}",
            () => FeedAsync(isRenamed ? Renaming(contract, body, status, mediaType) : FuzzClient.Answering(body, status, mediaType), client => contract.Call(client, CancellationToken.None), isWellFormed));
    }

    private static FuzzCase MakeRaw(Random random)
    {
        (_, byte[] body, JsonText? json) = random.Pick(Answers);
        (body, bool isWellFormed) = Body(random, body, json);
        bool isRead = random.OneIn(2);
        var request = new RawRequest(HttpMethod.Get, "/v1/thing");
        return new FuzzCase(
            body.Length,
            () => $"{(isRead ? "Raw.ReadAsync" : "RawResponse.ReadJsonAsync")}, {Convert.ToBase64String(body)}",
            () => FeedAsync(FuzzClient.Answering(body), client => isRead ? ReadAsync(client) : ReadAnswerAsync(client), isWellFormed));

        async Task<object?> ReadAsync(OkSignClient client) => await client.Raw.ReadAsync(request);

        async Task<object?> ReadAnswerAsync(OkSignClient client)
        {
            using RawResponse response = await client.Raw.SendAsync(request);
            try
            {
                return await response.ReadJsonAsync();
            }
            catch (JsonException exception)
            {
                // The answer is the caller's to judge, so this is what is promised.
                throw new RefusedException(exception);
            }
        }
    }

    private static async Task<bool> FeedAsync(OkSignClient client, Func<OkSignClient, Task<object?>> call, bool isWellFormed)
    {
        try
        {
            Inspection.LookAt(await call(client));
            return true;
        }
        catch (OkSignException exception)
        {
            FuzzClient.Check(exception, isWellFormed);
            return false;
        }
        catch (RefusedException)
        {
            return false;
        }
    }

    /// <summary>A client that has the answer's members renamed before it reads them.</summary>
    private static OkSignClient Renaming(Contract<OkSignClient> contract, byte[] body, HttpStatusCode status, string mediaType)
        => FuzzClient.Over(
            new AnsweringNetwork(() => FuzzClient.Response(body, status, mediaType)),
            options => options.Wire.Operations[contract.Operation] = new WireForm { AnswerMembers = { ["name"] = "filename", ["x"] = "docid", [Sample.Token] = "value" } });

    private static JsonText? JsonOf(byte[] body)
    {
        if (body is not [(byte)'{', ..])
        {
            return null;
        }

        using var document = JsonDocument.Parse(body);
        return JsonText.Of(document.RootElement);
    }

    private sealed class RefusedException(Exception inner) : Exception("Refused.", inner);
}
