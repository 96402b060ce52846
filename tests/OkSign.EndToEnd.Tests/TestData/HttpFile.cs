using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace OkSign.EndToEnd.Tests.TestData;

/// <summary>
/// A file of plain requests as editors send them: <c>###</c> between them, <c>@name = value</c>, <c>{{name}}</c>, <c># @name</c> for a request whose
/// answer others refer to (<c>{{name.response.body.$.path}}</c>), <c>&lt; file</c> for content from a file.
/// </summary>
internal sealed partial class HttpFile
{
    private readonly string _folder;
    private readonly Dictionary<string, string> _variables = [];
    private readonly Dictionary<string, JsonNode?> _answers = [];

    private HttpFile(string path, IReadOnlyDictionary<string, string> variables)
    {
        _folder = Path.GetDirectoryName(path)!;
        string[] parts = [.. Separator().Split(File.ReadAllText(path))];
        foreach (Match variable in Variable().Matches(parts[0]))
        {
            string name = variable.Groups[1].Value;
            _variables[name] = variables.GetValueOrDefault(name) ?? variable.Groups[2].Value.Trim();
        }

        Requests = [.. parts.Skip(1).Select(Request.Parse)];
    }

    public IReadOnlyList<Request> Requests { get; }

    /// <param name="path">Where the file is.</param>
    /// <param name="variables">Values in the place of the file's own.</param>
    public static HttpFile Load(string path, IReadOnlyDictionary<string, string> variables) => new(path, variables);

    /// <summary>Sends a request, and keeps its answer for those that refer to it.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpClient http, Request request, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(new HttpMethod(request.Method), Filled(request.Address));
        byte[]? body = request.Body is { } text ? Content(text) : null;
        message.Content = body is null ? null : new ByteArrayContent(body);
        foreach ((string name, string value) in request.Headers)
        {
            if (name.Equals("content-type", StringComparison.OrdinalIgnoreCase))
            {
                message.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse(value);
            }
            else
            {
                message.Headers.TryAddWithoutValidation(name, Filled(value));
            }
        }

        HttpResponseMessage response = await http.SendAsync(message, cancellationToken);
        if (request.Name is { } kept)
        {
            _answers[kept] = JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellationToken));
        }

        return response;
    }

    private byte[] Content(string body)
    {
        using var content = new MemoryStream();
        string[] lines = body.Split('\n');
        bool isForm = lines[0].StartsWith("--", StringComparison.Ordinal);
        for (int index = 0; index < lines.Length; index++)
        {
            content.Write(lines[index].StartsWith("< ", StringComparison.Ordinal)
                ? File.ReadAllBytes(Path.Combine(_folder, lines[index][2..].Trim()))
                : Encoding.UTF8.GetBytes(Filled(lines[index])));
            if (index < lines.Length - 1 || isForm)
            {
                content.Write("\r\n"u8);
            }
        }

        return content.ToArray();
    }

    private string Filled(string text)
        => Reference().Replace(text, reference =>
        {
            string name = reference.Groups[1].Value.Trim();
            string[] parts = name.Split(".response.body.$.");
            return parts.Length == 2 ? ValueAt(_answers[parts[0]], parts[1]) : Filled(_variables[name]);
        });

    private static string ValueAt(JsonNode? answer, string path)
    {
        foreach (Match step in Step().Matches(path))
        {
            answer = int.TryParse(step.Groups[2].Value, out int index) ? answer![index] : answer![step.Groups[1].Value];
        }

        return (string?)answer ?? throw new InvalidOperationException($"There is nothing at {path}.");
    }

    [GeneratedRegex(@"(?m)^###\s*")]
    private static partial Regex Separator();

    [GeneratedRegex(@"(?m)^@(\w+)\s*=\s*(.+)$")]
    private static partial Regex Variable();

    [GeneratedRegex(@"\{\{([^{}]+)\}\}")]
    private static partial Regex Reference();

    [GeneratedRegex(@"(\w+)|\[(\d+)\]")]
    private static partial Regex Step();

    /// <summary>One request, as it is written.</summary>
    internal sealed record Request(string Title, string? Name, string Method, string Address, IReadOnlyList<(string Name, string Value)> Headers, string? Body)
    {
        public static Request Parse(string part)
        {
            string[] lines = part.Trim().ReplaceLineEndings("\n").Split('\n');
            string[] said = [.. lines.Skip(1).TakeWhile(static line => line.StartsWith('#'))];
            string[] rest = [.. lines.Skip(1 + said.Length)];
            string[] head = [.. rest.TakeWhile(static line => line.Length > 0)];
            string body = string.Join('\n', rest.Skip(head.Length + 1));
            string[] first = head[0].Split(' ', 2);
            return new Request(
                lines[0],
                said.FirstOrDefault(static line => line.StartsWith("# @name ", StringComparison.Ordinal))?["# @name ".Length..],
                first[0],
                first[1],
                [.. head.Skip(1).Select(static header => header.Split(": ", 2)).Select(static header => (header[0], header[1]))],
                body.Length > 0 ? body : null);
        }

        public override string ToString() => Title;
    }
}
