using System.Buffers;
using System.Text.Json;

namespace OkSign.Emulator.FormDescriptors;

/// <summary>Gives a form descriptor back as it was uploaded, with the signing link of each signer in <c>signersinfo[].url</c>.</summary>
internal static class DescriptorWithLinks
{
    private const string SignersInfo = "signersinfo";
    private const string Url = "url";

    public static JsonElement Write(FormDescriptor descriptor, Func<string, Uri> linkOf)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (JsonProperty member in descriptor.Json.EnumerateObject().Where(member => !Is(member, SignersInfo)))
            {
                member.WriteTo(writer);
            }

            writer.WriteStartArray(SignersInfo);
            foreach (Signer signer in descriptor.Signers)
            {
                WriteSigner(writer, descriptor, signer, linkOf(signer.Id));
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        using JsonDocument document = JsonDocument.Parse(buffer.WrittenMemory);
        return document.RootElement.Clone();
    }

    private static void WriteSigner(Utf8JsonWriter writer, FormDescriptor descriptor, Signer signer, Uri link)
    {
        JsonElement members = Uploaded(descriptor, signer.Id) ?? JsonSerializer.SerializeToElement(signer);
        writer.WriteStartObject();
        foreach (JsonProperty member in members.EnumerateObject().Where(member => !Is(member, Url)))
        {
            member.WriteTo(writer);
        }

        writer.WriteString(Url, link.AbsoluteUri);
        writer.WriteEndObject();
    }

    private static JsonElement? Uploaded(FormDescriptor descriptor, string signerId)
    {
        IReadOnlyList<JsonMembers> listed = new JsonMembers(descriptor.Json, "", new Problems()).Objects(SignersInfo) ?? [];
        return listed.FirstOrDefault(signer => signer.Text("id") == signerId)?.Json;
    }

    private static bool Is(JsonProperty member, string name) => member.Name.Equals(name, StringComparison.OrdinalIgnoreCase);
}
