using static OkSign.Client.Tests.Contracts.ContractAnswer;

namespace OkSign.Client.Tests.Contracts;

internal static class FormDescriptorsContracts
{
    private static readonly FormDescriptor Descriptor = new()
    {
        FileName = "Überlassungsvertrag.pdf",
        IsReusable = false,
        Fields =
        [
            new FormField
            {
                InputType = InputType.Signature,
                Name = "SIG_FIELD_1",
                SignerId = Wire.Anna,
                PageIndex = 0,
                X = 100,
                Y = 600,
                Width = 150,
                Height = 50,
                IsRequired = true,
                IsReadOnly = false,
                SigningOptions = new SigningOptions
                {
                    Eid = new SigningMethodOptions(),
                    Sms = new SigningMethodOptions
                    {
                        Identification = new SignerIdentification { Name = "Anna Example", ActingAs = "", IsReadOnly = true, IsRequired = true },
                        Verification = new SignerVerification { Mobile = new MobileVerification { Numbers = ["+32470000001"], IsReadOnly = false } },
                    },
                },
            },
            new FormField
            {
                InputType = InputType.Text,
                Name = "EMAIL",
                SignerId = Wire.Anna,
                PageIndex = 0,
                X = 100,
                Y = 500.5,
                Width = 200,
                Height = 20,
                Value = "anna@example.com",
                Validation = ValidationFunction.Email,
            },
            new FormField { InputType = InputType.Select, Name = "CITY", SignerId = Wire.Anna, PageIndex = 0, X = 100, Y = 460, Width = 200, Height = 20, SelectOptions = ["Ghent", "Bruges"] },
            new FormField { InputType = InputType.CheckBox, Name = "AGREED", SignerId = Wire.Anna, PageIndex = 0, X = 100, Y = 430, Width = 12, Height = 12, IsChecked = true },
            new FormField { InputType = InputType.Signature, Name = "SIG_FIELD_2", SignerId = Wire.Bert, Marker = "#SIGN_BERT#", Width = 150, Height = 50, SigningOptions = SigningOptions.Allow(SigningMethod.Itsme) },
        ],
        Signers =
        [
            new Signer { Id = Wire.Anna, Name = "Anna Example", Email = "anna@example.com", Mobile = "+32470000001", ActingAs = "CEO" },
            new Signer { Id = Wire.Bert, Name = "Bert Example", Email = "bert@example.com" },
        ],
        Workflow = [new WorkflowStep { SignerId = Wire.Anna, Sequence = 1 }, new WorkflowStep { SignerId = Wire.Bert, Sequence = 2 }],
        Notifications = new NotificationSettings
        {
            Email = new EmailNotification
            {
                To = [Wire.Anna, Wire.Bert],
                Subject = "Please sign",
                Body = "<p>Hello</p>",
                Sender = "Example NV",
                Cc = ["office@example.com"],
                ReplyTo = "office@example.com",
                Language = Language.English,
                DelayMinutes = 0,
                Reminders = 2,
                ReminderDays = 3,
            },
            Sms = new SmsNotification { To = [Wire.Anna], Text = "Please sign your contract" },
        },
    };

    private const string DescriptorJson = $$"""
        {
          "filename": "Überlassungsvertrag.pdf",
          "reusable": false,
          "fields": [
            { "inputtype": "CanvasSIG", "name": "SIG_FIELD_1", "signerid": "{{Wire.AnnaText}}",
              "pagenbr": 0, "posX": 100, "posY": 600, "width": 150, "height": 50, "required": true, "readonly": false,
              "signingoptions": { "eid": {}, "tan": {
                "identification": { "name": "Anna Example", "actingas": "", "readonly": true, "required": true },
                "verification": { "gsm": { "msisdns": [ "+32470000001" ], "readonly": false } } } } },
            { "inputtype": "Text", "name": "EMAIL", "signerid": "{{Wire.AnnaText}}",
              "pagenbr": 0, "posX": 100, "posY": 500.5, "width": 200, "height": 20,
              "value": "anna@example.com", "fnname": "BT_CUSTOMERS.oksign.isValidEmail<blur>()" },
            { "inputtype": "Select", "name": "CITY", "signerid": "{{Wire.AnnaText}}",
              "pagenbr": 0, "posX": 100, "posY": 460, "width": 200, "height": 20, "selectoptions": [ "Ghent", "Bruges" ] },
            { "inputtype": "Checkbox", "name": "AGREED", "signerid": "{{Wire.AnnaText}}",
              "pagenbr": 0, "posX": 100, "posY": 430, "width": 12, "height": 12, "checked": true },
            { "inputtype": "CanvasSIG", "name": "SIG_FIELD_2", "signerid": "{{Wire.BertText}}",
              "marker": "#SIGN_BERT#", "width": 150, "height": 50, "signingoptions": { "itsme": {} } }
          ],
          "signersinfo": [
            { "id": "{{Wire.AnnaText}}", "name": "Anna Example", "email": "anna@example.com", "mobile": "+32470000001", "actingas": "CEO" },
            { "id": "{{Wire.BertText}}", "name": "Bert Example", "email": "bert@example.com" }
          ],
          "workflow": [ { "id": "{{Wire.AnnaText}}", "sequence": 1 }, { "id": "{{Wire.BertText}}", "sequence": 2 } ],
          "notifications": {
            "smtp": { "to": [ "{{Wire.AnnaText}}", "{{Wire.BertText}}" ], "subject": "Please sign", "body": "<p>Hello</p>",
              "sender": "Example NV", "cc": [ "office@example.com" ], "replyto": "office@example.com",
              "delay": 0, "repeat": 2, "reminder_days": 3, "language": "en" },
            "sms": { "to": [ "{{Wire.AnnaText}}" ], "subject": "Please sign your contract" }
          }
        }
        """;

    public static IReadOnlyList<Contract<OkSignClient>> All { get; } =
    [
        new("FormDesc.upload", "POST", "/v1/formdesc/upload", async (client, token) => await client.FormDescriptors.UploadAsync(Wire.Source, Descriptor, token))
        {
            Headers = { ["x-oksign-docid"] = Wire.SourceText, ["content-type"] = "application/json; charset=utf-8" },
            JsonBody = DescriptorJson,
            Answers =
            [
                Ok($$"""
                    { "status": "OK", "reason": [ { "name": "Anna Example", "id": "{{Wire.AnnaText}}", "url": "https://www.oksign.be/sign\/1" } ] }
                    """, Wire.IsListOf<SigningLink>(links =>
                    {
                        SigningLink link = Assert.Single(links);
                        Assert.Equal("Anna Example", link.Name);
                        Assert.Equal(Wire.Anna, link.SignerId);
                        Assert.Equal(new Uri("https://www.oksign.be/sign/1"), link.Url);
                    })),
                Failure<OkSignUnexpectedContentException>("a link with an empty address", $$"""{ "status": "OK", "reason": [ { "id": "{{Wire.AnnaText}}", "url": "" } ] }"""),
                Failure<OkSignUnexpectedContentException>("a link without an address", $$"""{ "status": "OK", "reason": [ { "id": "{{Wire.AnnaText}}" } ] }"""),
            ],
        },
        new("FormDesc.retrieve", "GET", "/v1/formdesc/retrieve", async (client, token) => await client.FormDescriptors.RetrieveAsync(Wire.Source, token))
        {
            Headers = { ["x-oksign-docid"] = Wire.SourceText },
            Answers =
            [
                Ok($$"""
                    { "status": "OK", "reason": { "reusable": false,
                      "fields": [ { "inputtype": "CanvasSIG", "name": "SIG_FIELD_1", "signerid": "{{Wire.AnnaText}}",
                        "pagenbr": 0, "posX": 100, "posY": 600, "width": 150, "height": 50, "required": true, "signingoptions": { "eid": {} } } ],
                      "signersinfo": [ { "id": "{{Wire.AnnaText}}", "name": "Anna Example", "email": "anna@example.com", "mobile": "", "actingas": "", "url": "https://www.oksign.be/x" } ] } }
                    """, Wire.Is<FormDescriptor>(descriptor =>
                    {
                        FormField field = Assert.Single(descriptor.Fields);
                        Assert.Equal(InputType.Signature, field.InputType);
                        Assert.Equal((0, 100, 600, 150, 50), (field.PageIndex, field.X, field.Y, field.Width, field.Height));
                        Assert.NotNull(field.SigningOptions?.Eid);
                        Assert.Null(field.SigningOptions?.Itsme);
                        Signer signer = Assert.Single(descriptor.Signers);
                        Assert.Equal(new Uri("https://www.oksign.be/x"), signer.SigningUrl);
                        Assert.Null(descriptor.Workflow);
                    })),
                Variant("the web editor's members, booleans for methods, objects for choices", $$"""
                    { "status": "OK", "reason": { "fields": [ { "inputtype": "Checkbox", "name": "A", "signerid": "{{Wire.AnnaText}}", "fontfamily": "Courier",
                      "signingoptions": { "itsme": true, "pen": false, "carrierpigeon": {} }, "selectoptions": [ "a", { "label": "b" } ] } ], "signersinfo": "" } }
                    """, Wire.Is<FormDescriptor>(descriptor =>
                    {
                        FormField field = Assert.Single(descriptor.Fields);
                        Assert.Equal("Courier", field.AdditionalMembers["fontfamily"].GetString());
                        Assert.NotNull(field.SigningOptions?.Itsme);
                        Assert.Null(field.SigningOptions?.Pen);
                        Assert.True(field.SigningOptions?.AdditionalMembers.ContainsKey("carrierpigeon"));
                        Assert.Equal(["a", """{ "label": "b" }"""], field.SelectOptions!.Select(option => option.Text));
                        Assert.Empty(descriptor.Signers);
                    })),
                Failure<OkSignNotFoundException>("does not exist", """{ "status": "FAILED", "reason": "Document does not exist" }"""),
            ],
        },
    ];
}
