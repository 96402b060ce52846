using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace OkSign.Emulator.Http;

/// <summary>The answer to the creation of a SignExpress or EditorExpress session, in the form that a test asked for.</summary>
internal sealed record SessionCreated(
    [property: JsonPropertyName("url")] Uri Url,
    [property: JsonPropertyName("token")] string Token)
{
    public static IResult Answer(SessionAnswer form, Uri url, string token) => form switch
    {
        SessionAnswer.Token => Envelope.Ok(token),
        SessionAnswer.UrlAndToken => Envelope.Ok(new SessionCreated(url, token)),
        _ => Envelope.Ok(url),
    };
}
