namespace OkSign.Client;

/// <summary>
/// The one table of what is disputed about the service's wire: the sources that tell of it disagree, or there is only one. Each entry has
/// the best supported value; change it here when you know better, and no other code has to.
/// </summary>
/// <remarks>
/// <para>In code: <c>options.Wire.Operations["Contacts.remove"].Method = "DELETE"</c>. In a configuration section:
/// <c>Wire:Operations:Contacts.remove:Method</c>.</para>
/// <para>How well each fact is known stands in docs/wire-evidence.md.</para>
/// </remarks>
public sealed class WireProfile
{
    /// <summary>
    /// The form of each operation of which something is disputed, by the service's name for it. Any other operation can be added.
    /// </summary>
    public IDictionary<string, WireForm> Operations { get; } = new Dictionary<string, WireForm>(StringComparer.OrdinalIgnoreCase)
    {
        // Sessions and briefcases: which header carries the token, and the letter case of the addresses.
        ["Briefcase.create"] = new() { RequestMembers = { ["callbackURL"] = "callbackURL", ["returnURL"] = "returnURL", ["webhookURL"] = "webhookURL" } },
        ["Briefcase.retrieve"] = new() { Headers = { [WireHeaders.DocId] = WireHeaders.DocId } },
        ["Briefcase.remove"] = new() { Headers = { [WireHeaders.DocId] = WireHeaders.DocId } },
        ["SignExpress.create"] = new() { RequestMembers = { ["callbackURL"] = "callbackURL", ["returnURL"] = "returnURL" } },
        ["SignExpress.retrieve"] = new() { Headers = { [WireHeaders.DocId] = WireHeaders.DocId } },
        ["SignExpress.remove"] = new() { Headers = { [WireHeaders.DocId] = WireHeaders.DocId } },
        ["EditorExpress.create"] = new() { Path = "/v1/editorexpress/create", RequestMembers = { ["docid"] = "docid" } },
        ["EditorExpress.retrieve"] = new() { Path = "/v1/editorexpress/retrieve", Headers = { [WireHeaders.DocId] = WireHeaders.DocId } },
        ["EditorExpress.remove"] = new() { Path = "/v1/editorexpress/remove", Headers = { [WireHeaders.DocId] = WireHeaders.DocId } },

        // Contacts: the method of one, and the outer form of both bodies.
        ["Contacts.upload"] = new() { ListMember = null },
        ["Contacts.remove"] = new() { Method = "POST", ListMember = null },

        // Two sources, two paths.
        ["EmailTemplates.retrieve"] = new()
        {
            Path = "/v1/emailtemplates/retrieve",
            FallbackPath = "/v1/email-templates/retrieve",
            AnswerMembers = { ["body"] = "body" },
        },

        // One source.
        ["EmailAttachment.remove"] = new() { Headers = { [WireHeaders.DocId] = WireHeaders.DocId } },
        ["Signerid.calculate"] = new() { Method = "POST", Path = "/v1/signerid/calculate" },

        ["Orgtokeninfo.update"] = new()
        {
            Method = "POST",
            RequestMembers = { ["callbackURL"] = "callbackURL", ["returnURL"] = "returnURL", ["webhookURL"] = "webhookURL" },
        },

        // Their rows are known by meaning, not all by name.
        ["Documents.signed"] = new() { AnswerMembers = { ["source"] = "source", ["creditsinfo"] = "creditsinfo" } },
        ["Webhooks.retrieve"] = new()
        {
            Headers = { [WireHeaders.StartTime] = WireHeaders.StartTime, [WireHeaders.EndTime] = WireHeaders.EndTime },
            AnswerMembers = { ["event"] = "event", ["email"] = "email", ["mobile"] = "mobile", ["ts"] = "ts" },
        },

        // One source has it as /v1/metadata/retrieve/v2.
        ["Metadata.retrieve (v2)"] = new() { Path = "/v2/metadata/retrieve" },
    };
}
