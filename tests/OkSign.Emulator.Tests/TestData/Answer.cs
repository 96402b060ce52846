using System.Net;
using System.Text.Json;

namespace OkSign.Emulator.Tests.TestData;

/// <summary>What the emulator answered.</summary>
internal sealed record Answer(HttpStatusCode StatusCode, string? MediaType, byte[] Body, HttpResponseMessage Response)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public string? Status => Json.GetProperty("status").GetString();

    public JsonElement Reason => Json.GetProperty("reason");

    /// <summary>The reason of a failure: its problems, one a line.</summary>
    public string Problems
    {
        get
        {
            Assert.Equal("FAILED", Status);
            return Reason.ValueKind == JsonValueKind.Array
                ? string.Join('\n', Reason.EnumerateArray().Select(problem => problem.GetString()))
                : Reason.GetString()!;
        }
    }

    /// <summary>The reason of a success.</summary>
    public JsonElement Ok
    {
        get
        {
            Assert.Equal(HttpStatusCode.OK, StatusCode);
            Assert.True(Status == "OK", System.Text.Encoding.UTF8.GetString(Body));
            return Reason;
        }
    }
}
