using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using OkSign.Emulator.Http;

namespace OkSign.Emulator.Dashboard;

/// <summary>What the page shows. Between this server and its own page: no service has this form.</summary>
internal sealed class DashboardJson(DashboardSnapshot snapshot) : IResult
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public Task ExecuteAsync(HttpContext httpContext)
        => DashboardAnswer.WriteAsync(httpContext, JsonSerializer.SerializeToUtf8Bytes(snapshot, Options), MediaTypes.JsonUtf8);
}
