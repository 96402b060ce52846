using System.Text.Json;
using OkSign.Emulator.Documents;
using OkSign.Emulator.Http;
using OkSign.Emulator.Notifications;
using OkSign.Emulator.State;

namespace OkSign.Emulator.FormDescriptors;

/// <summary>Reads and checks a whole form descriptor.</summary>
internal static class FormDescriptorReader
{
    /// <exception cref="RefusedException">With all problems of the descriptor.</exception>
    public static FormDescriptor Read(JsonElement json, StoredDocument document, IReadOnlyList<EmulatedUser> users, NotificationReader notifications)
    {
        var problems = new Problems();
        var root = new JsonMembers(json, "", problems);

        IReadOnlyList<Signer>? listed = SignersReader.ReadListed(root);
        IReadOnlyList<FormField> fields = ReadFields(root, new FieldReader(new PlacementReader(document)));
        IReadOnlyList<Signer> signers = SignersReader.Complete(listed, fields, users, problems);
        signers = WorkflowReader.Order(root, signers);
        var descriptor = new FormDescriptor(json, ReadFileName(root), root.Flag("reusable") ?? false, fields, signers)
        {
            Notifications = notifications.Read(root, signers),
        };

        problems.ThrowIfAny();
        return descriptor;
    }

    private static List<FormField> ReadFields(JsonMembers root, FieldReader reader)
    {
        IReadOnlyList<JsonMembers> objects = root.Objects("fields") ?? [];
        if (objects.Count == 0)
        {
            root.Problem("fields must have at least one field");
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        var fields = new List<FormField>();
        foreach (JsonMembers members in objects)
        {
            FormField? field = reader.Read(members);
            if (members.Member("name") is { ValueKind: JsonValueKind.String } name && !names.Add(name.GetString()!))
            {
                members.Problem($"name \"{name.GetString()}\" is already that of another field");
            }

            if (field is not null)
            {
                fields.Add(field);
            }
        }

        return fields;
    }

    private static string? ReadFileName(JsonMembers root)
    {
        string? fileName = root.Text("filename");
        if (fileName is not null && FileNames.ProblemOf(fileName) is { } problem)
        {
            root.Problem($"filename: {problem}");
        }

        return fileName;
    }
}
