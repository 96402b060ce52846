using System.Text.Json;

namespace OkSign.Client;

/// <summary>Gives requests and answers the form that the wire profile asks for. Most operations need nothing done.</summary>
internal sealed class WireRewriter
{
    private readonly Dictionary<string, WireForm> _forms;
    private readonly Uri _baseAddress;

    /// <param name="forms">The forms by the names of their operations. Read once, so that later changes have no effect.</param>
    /// <param name="baseAddress">What stands before every path.</param>
    public WireRewriter(IDictionary<string, WireForm> forms, Uri baseAddress)
    {
        _forms = forms.ToDictionary(static entry => entry.Key, static entry => Effective(entry.Value), StringComparer.OrdinalIgnoreCase);
        _baseAddress = baseAddress;
    }

    /// <summary>The form of an operation; null when it is as this library has it.</summary>
    public WireForm? FormOf(Operation operation) => _forms.TryGetValue(operation.Name, out WireForm? form) ? form : null;

    public void Rewrite(HttpRequestMessage request, OperationCall call, WireForm form)
    {
        if (form.Method is { } method)
        {
            request.Method = new HttpMethod(method);
        }

        if (form.Path is { } path)
        {
            SetPath(request, call, path);
        }

        RenameHeaders(request, form.Headers);
        if (request.Content is IJsonCarrier body && (form.ListMember is not null || form.RequestMembers.Count > 0))
        {
            body.Rewrite(json => Rewritten(json, form.RequestMembers, form.ListMember));
        }
    }

    /// <summary>Sends the request to another path, with the id that stands in the present one.</summary>
    public void SetPath(HttpRequestMessage request, OperationCall call, string path)
    {
        Uri present = request.RequestUri!;
        string filled = path;
        if (call.PathTemplate is { } template)
        {
            string presentPath = present.AbsolutePath.Substring(_baseAddress.AbsolutePath.TrimEnd('/').Length);
            filled = WirePath.Fill(path, WirePath.ValueIn(presentPath, template));
            call.PathTemplate = path;
        }

        request.RequestUri = WirePath.At(_baseAddress, filled + present.Query);
    }

    /// <summary>The result's JSON with the names that the models know.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public ReadOnlyMemory<byte> Rewrite(Operation operation, ReadOnlyMemory<byte> result)
        => FormOf(operation) is { AnswerMembers.Count: > 0 } form && !result.IsEmpty
            ? Rewritten(result, form.AnswerMembers, listMember: null)
            : result;

    /// <summary>A copy without what says only that all is as it is.</summary>
    private static WireForm Effective(WireForm form)
    {
        var copy = new WireForm { Method = form.Method, Path = form.Path, FallbackPath = form.FallbackPath, ListMember = form.ListMember };
        CopyChanges(form.Headers, copy.Headers);
        CopyChanges(form.RequestMembers, copy.RequestMembers);
        CopyChanges(form.AnswerMembers, copy.AnswerMembers);
        return copy;
    }

    private static void CopyChanges(IDictionary<string, string> from, IDictionary<string, string> to)
    {
        foreach (KeyValuePair<string, string> name in from.Where(static name => name.Key != name.Value))
        {
            to.Add(name);
        }
    }

    private static void RenameHeaders(HttpRequestMessage request, IDictionary<string, string> names)
    {
        foreach (KeyValuePair<string, string> name in names)
        {
            if (request.Headers.TryGetValues(name.Key, out IEnumerable<string>? values))
            {
                request.Headers.Remove(name.Key);
                request.Headers.TryAddWithoutValidation(name.Value, values);
            }
        }
    }

    private static byte[] Rewritten(ReadOnlyMemory<byte> json, IDictionary<string, string> names, string? listMember)
    {
        using var document = JsonDocument.Parse(json);
        using var copy = new MemoryStream();
        using var writer = new Utf8JsonWriter(copy);
        try
        {
            Write(document.RootElement, names, listMember, writer);
        }
        catch (InvalidOperationException exception)
        {
            throw new JsonException("A text is not Unicode.", exception);
        }

        writer.Flush();
        return copy.ToArray();
    }

    private static void Write(JsonElement root, IDictionary<string, string> names, string? listMember, Utf8JsonWriter writer)
    {
        if (listMember is null || root.ValueKind != JsonValueKind.Array)
        {
            Write(root, names, writer);
            return;
        }

        writer.WriteStartObject();
        writer.WritePropertyName(listMember);
        Write(root, names, writer);
        writer.WriteEndObject();
    }

    private static void Write(JsonElement element, IDictionary<string, string> names, Utf8JsonWriter writer)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (JsonProperty member in element.EnumerateObject())
                {
                    writer.WritePropertyName(names.TryGetValue(member.Name, out string? name) ? name : member.Name);
                    Write(member.Value, names, writer);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (JsonElement item in element.EnumerateArray())
                {
                    Write(item, names, writer);
                }

                writer.WriteEndArray();
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }
}
