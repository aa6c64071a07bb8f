// @generated from api/openapi.yaml; do not edit.
//
//    npm --prefix web run generate
//
// Change the API in Go, let its test write the document, then run this.

export interface paths {
    "/api/docs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tài liệu API dạng trang web
         * @description The API's documentation as a page
         */
        get: operations["getDocs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/docs.css": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Kiểu trình bày của tài liệu
         * @description The documentation's style
         */
        get: operations["getDocsStyle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ai đã xem tuyến ngầm của ai, khi nào, vì sao; chủ sở hữu xem của mình
         * @description Who read whose underground network, when and why; an owner sees its own
         */
        get: operations["listAccess"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Liệt kê tài khoản
         * @description List accounts
         */
        get: operations["listAccounts"];
        put?: never;
        /**
         * Tạo tài khoản, chưa có mật khẩu
         * @description Make an account, without a password yet
         */
        post: operations["createAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Đọc một tài khoản
         * @description Read an account
         */
        get: operations["getAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Sửa các trường đã gửi; quyền mới có hiệu lực ngay
         * @description Change the fields sent; new rights hold at once
         */
        patch: operations["updateAccount"];
        trace?: never;
    };
    "/api/v1/accounts/{id}/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cấp liên kết đặt mật khẩu; mật khẩu cũ và các phiên kết thúc
         * @description Issue a link to set a password; the old one and the sessions end
         */
        post: operations["resetAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ghi đến 1000 bản ghi trong một giao dịch
         * @description Write up to 1000 records in one transaction
         */
        post: operations["writeBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Liệt kê theo số hiệu: Tuyến cáp
         * @description List by id: Cable routes
         */
        get: operations["listCables"];
        put?: never;
        /**
         * Thêm một bản ghi: Tuyến cáp
         * @description Add a record: Cable routes
         */
        post: operations["createCableRoute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cables/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Đọc một bản ghi: Tuyến cáp
         * @description Read a record: Cable routes
         */
        get: operations["getCableRoute"];
        put?: never;
        post?: never;
        /**
         * Xóa bản ghi không còn ai dẫn chiếu: Tuyến cáp
         * @description Delete a record nothing refers to: Cable routes
         */
        delete: operations["deleteCableRoute"];
        options?: never;
        head?: never;
        /**
         * Sửa các trường đã gửi: Tuyến cáp
         * @description Change the fields sent: Cable routes
         */
        patch: operations["updateCableRoute"];
        trace?: never;
    };
    "/api/v1/cables/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ai đã sửa gì, khi nào, vì sao, bằng lời: Tuyến cáp
         * @description Who changed what, when and why, in words: Cable routes
         */
        get: operations["listCableRouteHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Liệt kê theo số hiệu: Kiểm định
         * @description List by id: Certificates
         */
        get: operations["listCertificates"];
        put?: never;
        /**
         * Thêm một bản ghi: Kiểm định
         * @description Add a record: Certificates
         */
        post: operations["createCertificate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certificates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Đọc một bản ghi: Kiểm định
         * @description Read a record: Certificates
         */
        get: operations["getCertificate"];
        put?: never;
        post?: never;
        /**
         * Xóa bản ghi không còn ai dẫn chiếu: Kiểm định
         * @description Delete a record nothing refers to: Certificates
         */
        delete: operations["deleteCertificate"];
        options?: never;
        head?: never;
        /**
         * Sửa các trường đã gửi: Kiểm định
         * @description Change the fields sent: Certificates
         */
        patch: operations["updateCertificate"];
        trace?: never;
    };
    "/api/v1/certificates/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ai đã sửa gì, khi nào, vì sao, bằng lời: Kiểm định
         * @description Who changed what, when and why, in words: Certificates
         */
        get: operations["listCertificateHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Các thay đổi kể từ con trỏ, theo thứ tự, không sót
         * @description The changes since a cursor, in order, none left out
         */
        get: operations["listChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Các danh mục mã
         * @description The code lists
         */
        get: operations["listCodes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ducts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Liệt kê theo số hiệu: Cống cáp
         * @description List by id: Duct sections
         */
        get: operations["listDucts"];
        put?: never;
        /**
         * Thêm một bản ghi: Cống cáp
         * @description Add a record: Duct sections
         */
        post: operations["createDuct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ducts/join": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Nối hai đoạn cống chung một đầu; If-Match ghi ETag của cả hai, cách nhau dấu phẩy
         * @description Join two duct sections that share an end; If-Match lists the ETags of both
         */
        post: operations["joinDucts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ducts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Đọc một bản ghi: Cống cáp
         * @description Read a record: Duct sections
         */
        get: operations["getDuct"];
        put?: never;
        post?: never;
        /**
         * Xóa bản ghi không còn ai dẫn chiếu: Cống cáp
         * @description Delete a record nothing refers to: Duct sections
         */
        delete: operations["deleteDuct"];
        options?: never;
        head?: never;
        /**
         * Sửa các trường đã gửi: Cống cáp
         * @description Change the fields sent: Duct sections
         */
        patch: operations["updateDuct"];
        trace?: never;
    };
    "/api/v1/ducts/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ai đã sửa gì, khi nào, vì sao, bằng lời: Cống cáp
         * @description Who changed what, when and why, in words: Duct sections
         */
        get: operations["listDuctHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ducts/{id}/snap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Đưa hai đầu đoạn cống vào bể gần nhất
         * @description Snap the ends of a duct section to the nearest manholes
         */
        post: operations["snapDuct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ducts/{id}/split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tách một đoạn cống
         * @description Split a duct section
         */
        post: operations["splitDuct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/duties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lịch báo cáo: kỳ nào, hạn ngày nào, đã đến đâu hôm nay
         * @description The calendar of reports: which, due when, and how they stand today
         */
        get: operations["listDuties"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/duties/board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Mức đầy đủ của từng tổ chức; dành cho Sở và người giám sát
         * @description How every organization stands; for the department and auditors
         */
        get: operations["getDutyBoard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/duties/nothing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Không có gì để báo cáo
         * @description Nothing to report
         */
        post: operations["reportNothing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/duties/paper": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ghi nhận báo cáo giấy đã đến; chỉ người của Sở, đã đăng nhập
         * @description Note that a report came on paper; the department's people alone, signed in
         */
        post: operations["reportOnPaper"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/export/network.ofds-csv.zip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Các bảng CSV của mạng theo OFDS 0.3, nén zip
         * @description The CSV tables of the network by OFDS 0.3, zipped
         */
        get: operations["exportNetworkTables"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/export/network.ofds-nodes.geojson": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Các nút của mạng, GeoJSON theo OFDS 0.3
         * @description The nodes of the network, GeoJSON by OFDS 0.3
         */
        get: operations["exportNetworkNodes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/export/network.ofds-spans.geojson": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Các tuyến của mạng, GeoJSON theo OFDS 0.3
         * @description The spans of the network, GeoJSON by OFDS 0.3
         */
        get: operations["exportNetworkSpans"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/export/network.ofds.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Mạng cáp theo chuẩn OFDS 0.3, gói JSON
         * @description The network by OFDS 0.3, a JSON package
         */
        get: operations["exportNetwork"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/export/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Xuất mọi bản ghi của một loại
         * @description Export all records of a noun
         */
        get: operations["exportFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Các phản ánh: Sở thấy tất cả, cán bộ địa bàn của xã mình, tổ chức được giao của mình
         * @description The reports: all for the department, local staff's of their communes, an organization's own
         */
        get: operations["listFeedback"];
        put?: never;
        /**
         * Gửi phản ánh
         * @description Report something
         */
        post: operations["createFeedback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/feedback-photos/{code}/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ảnh kèm phản ánh, đã bỏ những gì máy ảnh ghi vào
         * @description A picture of a report, without what the camera wrote into it
         */
        get: operations["getFeedbackPhoto"];
        /**
         * Gửi ảnh kèm phản ánh, trong một ngày sau khi gửi phản ánh
         * @description Send a picture with a report, within a day of it
         */
        put: operations["addFeedbackPhoto"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/feedback-photos/{code}/{number}/thumbnail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ảnh kèm phản ánh, đã bỏ những gì máy ảnh ghi vào (thu nhỏ)
         * @description A picture of a report, without what the camera wrote into it (small)
         */
        get: operations["getFeedbackPhotoThumbnail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/feedback/tickets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Đọc một phiếu
         * @description Read a report
         */
        get: operations["getFeedback"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Giao, xử lý, trả lời
         * @description Assign, work on, answer
         */
        patch: operations["updateFeedback"];
        trace?: never;
    };
    "/api/v1/feedback/tickets/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lịch sử một phiếu
         * @description What was done about a report
         */
        get: operations["getFeedbackHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/feedback/tickets/{id}/photos/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ảnh kèm phản ánh, như đã chụp
         * @description A picture of a report, as it was taken
         */
        get: operations["getTicketPhoto"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/feedback/tickets/{id}/photos/{number}/thumbnail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ảnh kèm phản ánh, như đã chụp (thu nhỏ)
         * @description A picture of a report, as it was taken (small)
         */
        get: operations["getTicketPhotoThumbnail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/feedback/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Phản ánh đến đâu rồi
         * @description How a report stands
         */
        get: operations["getFeedbackStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/field-reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Liệt kê theo số hiệu: Báo cáo hiện trường
         * @description List by id: Field reports
         */
        get: operations["listFieldReports"];
        put?: never;
        /**
         * Thêm một bản ghi: Báo cáo hiện trường
         * @description Add a record: Field reports
         */
        post: operations["createFieldReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/field-reports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Đọc một bản ghi: Báo cáo hiện trường
         * @description Read a record: Field reports
         */
        get: operations["getFieldReport"];
        put?: never;
        post?: never;
        /**
         * Xóa bản ghi không còn ai dẫn chiếu: Báo cáo hiện trường
         * @description Delete a record nothing refers to: Field reports
         */
        delete: operations["deleteFieldReport"];
        options?: never;
        head?: never;
        /**
         * Sửa các trường đã gửi: Báo cáo hiện trường
         * @description Change the fields sent: Field reports
         */
        patch: operations["updateFieldReport"];
        trace?: never;
    };
    "/api/v1/field-reports/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ai đã sửa gì, khi nào, vì sao, bằng lời: Báo cáo hiện trường
         * @description Who changed what, when and why, in words: Field reports
         */
        get: operations["listFieldReportHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/filings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Các hồ sơ, mới nhất trước
         * @description The filings, the newest first
         */
        get: operations["listFilings"];
        put?: never;
        /**
         * Mở hồ sơ; rồi gửi tệp
         * @description Begin a filing; then send its file
         */
        post: operations["createFiling"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/filings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Một hồ sơ
         * @description A filing
         */
        get: operations["getFiling"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Đổi cách đọc tệp rồi kiểm tra lại
         * @description Change how the file is read, and check again
         */
        patch: operations["updateFiling"];
        trace?: never;
    };
    "/api/v1/filings/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sở chấp nhận: ghi vào sổ trong một giao dịch
         * @description The department accepts: it is written in one transaction
         */
        post: operations["acceptFiling"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/filings/{id}/edits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sửa ô ngay trên trang
         * @description Mend cells in place
         */
        post: operations["editFiling"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/filings/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Theo dõi tiến độ (SSE): mỗi sự kiện là hồ sơ
         * @description Watch its progress (server-sent events): each is the filing
         */
        get: operations["watchFiling"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/filings/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tệp như đã nộp
         * @description The file as it was handed in
         */
        get: operations["getFilingFile"];
        /**
         * Gửi phần tiếp theo của tệp, mỗi lần nhiều nhất 4 MiB; đứt thì gửi tiếp từ received
         * @description Send the next part of the file, at most 4 MiB a time; after a break go on from received
         */
        put: operations["appendFile"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/filings/{id}/finding-groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lỗi và cảnh báo gộp theo quy tắc và cột
         * @description Errors and warnings by rule and column
         */
        get: operations["listFindingGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/filings/{id}/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Mọi lỗi và cảnh báo
         * @description Every error and warning
         */
        get: operations["listFindings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/filings/{id}/marked.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Bảng tính của người nộp, từng ô lỗi được đánh dấu; sửa rồi nộp lại được
         * @description The filer's workbook with every finding marked; it can be mended and filed again
         */
        get: operations["getMarked"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/filings/{id}/missing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Bản ghi có trong sổ mà tệp không có
         * @description Records in the register that the file leaves out
         */
        get: operations["listFilingMissing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/filings/{id}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Biên nhận
         * @description The receipt
         */
        get: operations["getReceipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/filings/{id}/receipt.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Biên nhận để in
         * @description The receipt, to print
         */
        get: operations["getReceiptPDF"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/filings/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sở trả lại kèm lý do
         * @description The department returns it, with a reason
         */
        post: operations["returnFiling"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/filings/{id}/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Thay tệp khác; điều đã xác nhận vẫn giữ khi giá trị không đổi
         * @description Put another file in its place; what was verified stays while its value does
         */
        post: operations["reviseFiling"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/filings/{id}/row-decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sở trả lại từng dòng
         * @description The department returns single rows
         */
        post: operations["decideFilingRows"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/filings/{id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Các dòng và việc chấp nhận sẽ làm gì
         * @description The rows, and what accepting would do
         */
        get: operations["listFilingRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/filings/{id}/sign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ký và nộp cho Sở
         * @description Sign and file
         */
        post: operations["signFiling"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/filings/{id}/verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Xác nhận cảnh báo kèm lý do
         * @description Verify warnings, with a reason
         */
        post: operations["verifyFindings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/filings/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rút hồ sơ
         * @description Withdraw it
         */
        post: operations["withdrawFiling"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/indicators/compliance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Số vị trí theo kết luận tuân thủ, theo xã
         * @description Sites by verdict and commune
         */
        get: operations["getCompliance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/indicators/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Số công trình đang hoạt động theo địa bàn
         * @description How many assets are in service where
         */
        get: operations["getCounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/indicators/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Phủ sóng thôn
         * @description Village coverage
         */
        get: operations["getCoverage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/indicators/coverage/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Các thôn đứng sau số liệu phủ sóng
         * @description The villages behind the coverage
         */
        get: operations["listCoverageRecords"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/indicators/nearest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Công trình gần nhất của từng thôn
         * @description The asset nearest to each village
         */
        get: operations["listNearest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/indicators/sharing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tỷ lệ dùng chung
         * @description The sharing ratio
         */
        get: operations["getSharing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/indicators/sharing-sensitivity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tỷ lệ dùng chung theo khoảng cách gộp
         * @description The sharing ratio by merge distance
         */
        get: operations["getSharingSensitivity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/indicators/sharing/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Các vị trí đứng sau tỷ lệ dùng chung
         * @description The positions behind a sharing ratio
         */
        get: operations["listSharingRecords"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inspections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Liệt kê theo số hiệu: Kiểm tra
         * @description List by id: Inspections
         */
        get: operations["listInspections"];
        put?: never;
        /**
         * Thêm một bản ghi: Kiểm tra
         * @description Add a record: Inspections
         */
        post: operations["createInspection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inspections/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Đọc một bản ghi: Kiểm tra
         * @description Read a record: Inspections
         */
        get: operations["getInspection"];
        put?: never;
        post?: never;
        /**
         * Xóa bản ghi không còn ai dẫn chiếu: Kiểm tra
         * @description Delete a record nothing refers to: Inspections
         */
        delete: operations["deleteInspection"];
        options?: never;
        head?: never;
        /**
         * Sửa các trường đã gửi: Kiểm tra
         * @description Change the fields sent: Inspections
         */
        patch: operations["updateInspection"];
        trace?: never;
    };
    "/api/v1/inspections/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ai đã sửa gì, khi nào, vì sao, bằng lời: Kiểm tra
         * @description Who changed what, when and why, in words: Inspections
         */
        get: operations["listInspectionHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Các khóa, phạm vi, hạn và lần dùng cuối
         * @description Keys, their scope, until when they are good and their last use
         */
        get: operations["listKeys"];
        put?: never;
        /**
         * Tạo khóa
         * @description Make a key
         */
        post: operations["createKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Thu hồi khóa ngay
         * @description End a key at once
         */
        delete: operations["revokeKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lookup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Đơn vị, thôn, công trình gần nhất và tọa độ VN-2000 của một vị trí
         * @description Unit, village, nearest assets and VN-2000 coordinates of a place
         */
        get: operations["lookUp"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/manholes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Liệt kê theo số hiệu: Bể cáp
         * @description List by id: Manholes
         */
        get: operations["listManholes"];
        put?: never;
        /**
         * Thêm một bản ghi: Bể cáp
         * @description Add a record: Manholes
         */
        post: operations["createManhole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/manholes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Đọc một bản ghi: Bể cáp
         * @description Read a record: Manholes
         */
        get: operations["getManhole"];
        put?: never;
        post?: never;
        /**
         * Xóa bản ghi không còn ai dẫn chiếu: Bể cáp
         * @description Delete a record nothing refers to: Manholes
         */
        delete: operations["deleteManhole"];
        options?: never;
        head?: never;
        /**
         * Sửa các trường đã gửi: Bể cáp
         * @description Change the fields sent: Manholes
         */
        patch: operations["updateManhole"];
        trace?: never;
    };
    "/api/v1/manholes/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ai đã sửa gì, khi nào, vì sao, bằng lời: Bể cáp
         * @description Who changed what, when and why, in words: Manholes
         */
        get: operations["listManholeHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/masts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Liệt kê theo số hiệu: Cột ăng ten
         * @description List by id: Masts
         */
        get: operations["listMasts"];
        put?: never;
        /**
         * Thêm một bản ghi: Cột ăng ten
         * @description Add a record: Masts
         */
        post: operations["createMast"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/masts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Đọc một bản ghi: Cột ăng ten
         * @description Read a record: Masts
         */
        get: operations["getMast"];
        put?: never;
        post?: never;
        /**
         * Xóa bản ghi không còn ai dẫn chiếu: Cột ăng ten
         * @description Delete a record nothing refers to: Masts
         */
        delete: operations["deleteMast"];
        options?: never;
        head?: never;
        /**
         * Sửa các trường đã gửi: Cột ăng ten
         * @description Change the fields sent: Masts
         */
        patch: operations["updateMast"];
        trace?: never;
    };
    "/api/v1/masts/{id}/compliance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Phiếu tra cứu tuân thủ của vị trí đặt một cột ăng ten
         * @description The compliance card of the site a mast stands on
         */
        get: operations["readMastCompliance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/masts/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ai đã sửa gì, khi nào, vì sao, bằng lời: Cột ăng ten
         * @description Who changed what, when and why, in words: Masts
         */
        get: operations["listMastHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/masts/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Chuyển cột và các trạm của nó sang vị trí khác
         * @description Move a mast and its stations to another site
         */
        post: operations["moveMast"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Thông báo của mình, mới nhất trước
         * @description One's own notices, the newest first
         */
        get: operations["listNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Đánh dấu đã đọc
         * @description Mark as read
         */
        post: operations["readNotice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/obligations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Các nghĩa vụ: Sở thấy tất cả, tổ chức thấy những gì mình phải nộp
         * @description The obligations: all for the department, for an organization its own
         */
        get: operations["listObligations"];
        put?: never;
        /**
         * Thêm nghĩa vụ, hoặc yêu cầu báo cáo đột xuất (once)
         * @description Add an obligation, or request a report (once)
         */
        post: operations["createObligation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/obligations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Đọc một nghĩa vụ
         * @description Read an obligation
         */
        get: operations["getObligation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Sửa các trường đã gửi; bật, tắt, dời hạn
         * @description Change the fields sent; switch it on or off, move its day
         */
        patch: operations["updateObligation"];
        trace?: never;
    };
    "/api/v1/openapi.yaml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tài liệu này
         * @description This document
         */
        get: operations["getDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Liệt kê theo số hiệu: Tổ chức
         * @description List by id: Organizations
         */
        get: operations["listOrganizations"];
        put?: never;
        /**
         * Thêm một bản ghi: Tổ chức
         * @description Add a record: Organizations
         */
        post: operations["createOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Đọc một bản ghi: Tổ chức
         * @description Read a record: Organizations
         */
        get: operations["getOrganization"];
        put?: never;
        post?: never;
        /**
         * Xóa bản ghi không còn ai dẫn chiếu: Tổ chức
         * @description Delete a record nothing refers to: Organizations
         */
        delete: operations["deleteOrganization"];
        options?: never;
        head?: never;
        /**
         * Sửa các trường đã gửi: Tổ chức
         * @description Change the fields sent: Organizations
         */
        patch: operations["updateOrganization"];
        trace?: never;
    };
    "/api/v1/organizations/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ai đã sửa gì, khi nào, vì sao, bằng lời: Tổ chức
         * @description Who changed what, when and why, in words: Organizations
         */
        get: operations["listOrganizationHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Đặt mật khẩu bằng liên kết, hoặc đổi khi biết mật khẩu hiện tại; các phiên khác kết thúc
         * @description Set a password by a link, or change it knowing the present one; other sessions end
         */
        post: operations["setPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/permits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Liệt kê theo số hiệu: Giấy phép
         * @description List by id: Permits
         */
        get: operations["listPermits"];
        put?: never;
        /**
         * Thêm một bản ghi: Giấy phép
         * @description Add a record: Permits
         */
        post: operations["createPermit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/permits/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Đọc một bản ghi: Giấy phép
         * @description Read a record: Permits
         */
        get: operations["getPermit"];
        put?: never;
        post?: never;
        /**
         * Xóa bản ghi không còn ai dẫn chiếu: Giấy phép
         * @description Delete a record nothing refers to: Permits
         */
        delete: operations["deletePermit"];
        options?: never;
        head?: never;
        /**
         * Sửa các trường đã gửi: Giấy phép
         * @description Change the fields sent: Permits
         */
        patch: operations["updatePermit"];
        trace?: never;
    };
    "/api/v1/permits/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ai đã sửa gì, khi nào, vì sao, bằng lời: Giấy phép
         * @description Who changed what, when and why, in words: Permits
         */
        get: operations["listPermitHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/photos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Liệt kê theo số hiệu: Ảnh
         * @description List by id: Photos
         */
        get: operations["listPhotos"];
        put?: never;
        /**
         * Thêm một bản ghi: Ảnh
         * @description Add a record: Photos
         */
        post: operations["createPhoto"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/photos/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Đọc một bản ghi: Ảnh
         * @description Read a record: Photos
         */
        get: operations["getPhoto"];
        put?: never;
        post?: never;
        /**
         * Xóa bản ghi không còn ai dẫn chiếu: Ảnh
         * @description Delete a record nothing refers to: Photos
         */
        delete: operations["deletePhoto"];
        options?: never;
        head?: never;
        /**
         * Sửa các trường đã gửi: Ảnh
         * @description Change the fields sent: Photos
         */
        patch: operations["updatePhoto"];
        trace?: never;
    };
    "/api/v1/photos/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tệp ảnh: cán bộ nhận ảnh gốc, người khác nhận bản đã bỏ EXIF
         * @description The picture: staff receive it as taken, others without EXIF
         */
        get: operations["getPhotoFile"];
        /**
         * Gửi tệp của một ảnh, một lần; gửi lại đúng tệp ấy thì không đổi gì
         * @description Send the bytes of a photo, once; the same again change nothing
         */
        put: operations["storePhoto"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/photos/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ai đã sửa gì, khi nào, vì sao, bằng lời: Ảnh
         * @description Who changed what, when and why, in words: Photos
         */
        get: operations["listPhotoHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/photos/{id}/thumbnail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ảnh thu nhỏ
         * @description The thumbnail
         */
        get: operations["getPhotoThumbnail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/planned-works": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Liệt kê theo số hiệu: Công trình dự kiến
         * @description List by id: Planned works
         */
        get: operations["listPlannedWorks"];
        put?: never;
        /**
         * Thêm một bản ghi: Công trình dự kiến
         * @description Add a record: Planned works
         */
        post: operations["createPlannedWork"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/planned-works/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Đọc một bản ghi: Công trình dự kiến
         * @description Read a record: Planned works
         */
        get: operations["getPlannedWork"];
        put?: never;
        post?: never;
        /**
         * Xóa bản ghi không còn ai dẫn chiếu: Công trình dự kiến
         * @description Delete a record nothing refers to: Planned works
         */
        delete: operations["deletePlannedWork"];
        options?: never;
        head?: never;
        /**
         * Sửa các trường đã gửi: Công trình dự kiến
         * @description Change the fields sent: Planned works
         */
        patch: operations["updatePlannedWork"];
        trace?: never;
    };
    "/api/v1/planned-works/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ai đã sửa gì, khi nào, vì sao, bằng lời: Công trình dự kiến
         * @description Who changed what, when and why, in words: Planned works
         */
        get: operations["listPlannedWorkHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/poles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Liệt kê theo số hiệu: Cột treo cáp
         * @description List by id: Cable poles
         */
        get: operations["listPoles"];
        put?: never;
        /**
         * Thêm một bản ghi: Cột treo cáp
         * @description Add a record: Cable poles
         */
        post: operations["createPole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/poles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Đọc một bản ghi: Cột treo cáp
         * @description Read a record: Cable poles
         */
        get: operations["getPole"];
        put?: never;
        post?: never;
        /**
         * Xóa bản ghi không còn ai dẫn chiếu: Cột treo cáp
         * @description Delete a record nothing refers to: Cable poles
         */
        delete: operations["deletePole"];
        options?: never;
        head?: never;
        /**
         * Sửa các trường đã gửi: Cột treo cáp
         * @description Change the fields sent: Cable poles
         */
        patch: operations["updatePole"];
        trace?: never;
    };
    "/api/v1/poles/{id}/compliance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Phiếu tra cứu tuân thủ của một cột treo cáp
         * @description The compliance card of a pole
         */
        get: operations["readPoleCompliance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/poles/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ai đã sửa gì, khi nào, vì sao, bằng lời: Cột treo cáp
         * @description Who changed what, when and why, in words: Cable poles
         */
        get: operations["listPoleHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Mọi quy tắc kiểm tra hồ sơ, kèm căn cứ
         * @description Every rule of filings, with the clause it rests on
         */
        get: operations["listRules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/service-points": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Liệt kê theo số hiệu: Điểm phục vụ công cộng
         * @description List by id: Public service points
         */
        get: operations["listServicePoints"];
        put?: never;
        /**
         * Thêm một bản ghi: Điểm phục vụ công cộng
         * @description Add a record: Public service points
         */
        post: operations["createServicePoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/service-points/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Đọc một bản ghi: Điểm phục vụ công cộng
         * @description Read a record: Public service points
         */
        get: operations["getServicePoint"];
        put?: never;
        post?: never;
        /**
         * Xóa bản ghi không còn ai dẫn chiếu: Điểm phục vụ công cộng
         * @description Delete a record nothing refers to: Public service points
         */
        delete: operations["deleteServicePoint"];
        options?: never;
        head?: never;
        /**
         * Sửa các trường đã gửi: Điểm phục vụ công cộng
         * @description Change the fields sent: Public service points
         */
        patch: operations["updateServicePoint"];
        trace?: never;
    };
    "/api/v1/service-points/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ai đã sửa gì, khi nào, vì sao, bằng lời: Điểm phục vụ công cộng
         * @description Who changed what, when and why, in words: Public service points
         */
        get: operations["listServicePointHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ai đang hỏi: tài khoản, khóa hay không ai
         * @description Who is asking: an account, a key or nobody
         */
        get: operations["getSession"];
        put?: never;
        /**
         * Đăng nhập bằng mật khẩu
         * @description Sign in by password
         */
        post: operations["createSession"];
        /**
         * Đăng xuất
         * @description Sign out
         */
        delete: operations["deleteSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Đăng xuất khỏi mọi thiết bị
         * @description Sign out everywhere
         */
        delete: operations["deleteSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/share-check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rà soát dùng chung trước khi xây; không ghi gì vào sổ
         * @description Ask what could be shared before building; nothing is written
         */
        post: operations["checkSharing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Liệt kê theo số hiệu: Vị trí trạm BTS
         * @description List by id: BTS sites
         */
        get: operations["listSites"];
        put?: never;
        /**
         * Thêm một bản ghi: Vị trí trạm BTS
         * @description Add a record: BTS sites
         */
        post: operations["createSite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Đọc một bản ghi: Vị trí trạm BTS
         * @description Read a record: BTS sites
         */
        get: operations["getSite"];
        put?: never;
        post?: never;
        /**
         * Xóa bản ghi không còn ai dẫn chiếu: Vị trí trạm BTS
         * @description Delete a record nothing refers to: BTS sites
         */
        delete: operations["deleteSite"];
        options?: never;
        head?: never;
        /**
         * Sửa các trường đã gửi: Vị trí trạm BTS
         * @description Change the fields sent: BTS sites
         */
        patch: operations["updateSite"];
        trace?: never;
    };
    "/api/v1/sites/{id}/compliance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Phiếu tra cứu tuân thủ của một vị trí
         * @description The compliance card of a site
         */
        get: operations["readSiteCompliance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ai đã sửa gì, khi nào, vì sao, bằng lời: Vị trí trạm BTS
         * @description Who changed what, when and why, in words: BTS sites
         */
        get: operations["listSiteHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Liệt kê theo số hiệu: Xác nhận phủ sóng
         * @description List by id: Coverage statements
         */
        get: operations["listStatements"];
        put?: never;
        /**
         * Thêm một bản ghi: Xác nhận phủ sóng
         * @description Add a record: Coverage statements
         */
        post: operations["createStatement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/statements/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Đọc một bản ghi: Xác nhận phủ sóng
         * @description Read a record: Coverage statements
         */
        get: operations["getStatement"];
        put?: never;
        post?: never;
        /**
         * Xóa bản ghi không còn ai dẫn chiếu: Xác nhận phủ sóng
         * @description Delete a record nothing refers to: Coverage statements
         */
        delete: operations["deleteStatement"];
        options?: never;
        head?: never;
        /**
         * Sửa các trường đã gửi: Xác nhận phủ sóng
         * @description Change the fields sent: Coverage statements
         */
        patch: operations["updateStatement"];
        trace?: never;
    };
    "/api/v1/statements/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ai đã sửa gì, khi nào, vì sao, bằng lời: Xác nhận phủ sóng
         * @description Who changed what, when and why, in words: Coverage statements
         */
        get: operations["listStatementHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Liệt kê theo số hiệu: Trạm
         * @description List by id: Stations
         */
        get: operations["listStations"];
        put?: never;
        /**
         * Thêm một bản ghi: Trạm
         * @description Add a record: Stations
         */
        post: operations["createStation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Đọc một bản ghi: Trạm
         * @description Read a record: Stations
         */
        get: operations["getStation"];
        put?: never;
        post?: never;
        /**
         * Xóa bản ghi không còn ai dẫn chiếu: Trạm
         * @description Delete a record nothing refers to: Stations
         */
        delete: operations["deleteStation"];
        options?: never;
        head?: never;
        /**
         * Sửa các trường đã gửi: Trạm
         * @description Change the fields sent: Stations
         */
        patch: operations["updateStation"];
        trace?: never;
    };
    "/api/v1/stations/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ai đã sửa gì, khi nào, vì sao, bằng lời: Trạm
         * @description Who changed what, when and why, in words: Stations
         */
        get: operations["listStationHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/streets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Liệt kê theo số hiệu: Tuyến đường trong danh mục
         * @description List by id: Listed streets
         */
        get: operations["listStreets"];
        put?: never;
        /**
         * Thêm một bản ghi: Tuyến đường trong danh mục
         * @description Add a record: Listed streets
         */
        post: operations["createStreet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/streets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Đọc một bản ghi: Tuyến đường trong danh mục
         * @description Read a record: Listed streets
         */
        get: operations["getStreet"];
        put?: never;
        post?: never;
        /**
         * Xóa bản ghi không còn ai dẫn chiếu: Tuyến đường trong danh mục
         * @description Delete a record nothing refers to: Listed streets
         */
        delete: operations["deleteStreet"];
        options?: never;
        head?: never;
        /**
         * Sửa các trường đã gửi: Tuyến đường trong danh mục
         * @description Change the fields sent: Listed streets
         */
        patch: operations["updateStreet"];
        trace?: never;
    };
    "/api/v1/streets/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ai đã sửa gì, khi nào, vì sao, bằng lời: Tuyến đường trong danh mục
         * @description Who changed what, when and why, in words: Listed streets
         */
        get: operations["listStreetHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Mẫu để điền: danh mục chọn sẵn, ghi chú từng cột, một dòng ví dụ
         * @description A file to fill in: lists to choose from, a note for each column, an example row
         */
        get: operations["getTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenancies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Liệt kê theo số hiệu: Dùng chung
         * @description List by id: Tenancies
         */
        get: operations["listTenancies"];
        put?: never;
        /**
         * Thêm một bản ghi: Dùng chung
         * @description Add a record: Tenancies
         */
        post: operations["createTenancy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenancies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Đọc một bản ghi: Dùng chung
         * @description Read a record: Tenancies
         */
        get: operations["getTenancy"];
        put?: never;
        post?: never;
        /**
         * Xóa bản ghi không còn ai dẫn chiếu: Dùng chung
         * @description Delete a record nothing refers to: Tenancies
         */
        delete: operations["deleteTenancy"];
        options?: never;
        head?: never;
        /**
         * Sửa các trường đã gửi: Dùng chung
         * @description Change the fields sent: Tenancies
         */
        patch: operations["updateTenancy"];
        trace?: never;
    };
    "/api/v1/tenancies/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ai đã sửa gì, khi nào, vì sao, bằng lời: Dùng chung
         * @description Who changed what, when and why, in words: Tenancies
         */
        get: operations["listTenancyHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trenches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Liệt kê theo số hiệu: Hào, tuy nen kỹ thuật
         * @description List by id: Trenches
         */
        get: operations["listTrenches"];
        put?: never;
        /**
         * Thêm một bản ghi: Hào, tuy nen kỹ thuật
         * @description Add a record: Trenches
         */
        post: operations["createTrench"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trenches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Đọc một bản ghi: Hào, tuy nen kỹ thuật
         * @description Read a record: Trenches
         */
        get: operations["getTrench"];
        put?: never;
        post?: never;
        /**
         * Xóa bản ghi không còn ai dẫn chiếu: Hào, tuy nen kỹ thuật
         * @description Delete a record nothing refers to: Trenches
         */
        delete: operations["deleteTrench"];
        options?: never;
        head?: never;
        /**
         * Sửa các trường đã gửi: Hào, tuy nen kỹ thuật
         * @description Change the fields sent: Trenches
         */
        patch: operations["updateTrench"];
        trace?: never;
    };
    "/api/v1/trenches/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ai đã sửa gì, khi nào, vì sao, bằng lời: Hào, tuy nen kỹ thuật
         * @description Who changed what, when and why, in words: Trenches
         */
        get: operations["listTrenchHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Liệt kê theo số hiệu: Đơn vị hành chính
         * @description List by id: Administrative units
         */
        get: operations["listUnits"];
        put?: never;
        /**
         * Thêm một bản ghi: Đơn vị hành chính
         * @description Add a record: Administrative units
         */
        post: operations["createUnit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Đọc một bản ghi: Đơn vị hành chính
         * @description Read a record: Administrative units
         */
        get: operations["getUnit"];
        put?: never;
        post?: never;
        /**
         * Xóa bản ghi không còn ai dẫn chiếu: Đơn vị hành chính
         * @description Delete a record nothing refers to: Administrative units
         */
        delete: operations["deleteUnit"];
        options?: never;
        head?: never;
        /**
         * Sửa các trường đã gửi: Đơn vị hành chính
         * @description Change the fields sent: Administrative units
         */
        patch: operations["updateUnit"];
        trace?: never;
    };
    "/api/v1/units/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ai đã sửa gì, khi nào, vì sao, bằng lời: Đơn vị hành chính
         * @description Who changed what, when and why, in words: Administrative units
         */
        get: operations["listUnitHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/villages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Liệt kê theo số hiệu: Thôn, khu phố
         * @description List by id: Villages
         */
        get: operations["listVillages"];
        put?: never;
        /**
         * Thêm một bản ghi: Thôn, khu phố
         * @description Add a record: Villages
         */
        post: operations["createVillage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/villages/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Đọc một bản ghi: Thôn, khu phố
         * @description Read a record: Villages
         */
        get: operations["getVillage"];
        put?: never;
        post?: never;
        /**
         * Xóa bản ghi không còn ai dẫn chiếu: Thôn, khu phố
         * @description Delete a record nothing refers to: Villages
         */
        delete: operations["deleteVillage"];
        options?: never;
        head?: never;
        /**
         * Sửa các trường đã gửi: Thôn, khu phố
         * @description Change the fields sent: Villages
         */
        patch: operations["updateVillage"];
        trace?: never;
    };
    "/api/v1/villages/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ai đã sửa gì, khi nào, vì sao, bằng lời: Thôn, khu phố
         * @description Who changed what, when and why, in words: Villages
         */
        get: operations["listVillageHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/violations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Liệt kê theo số hiệu: Vi phạm
         * @description List by id: Violations
         */
        get: operations["listViolations"];
        put?: never;
        /**
         * Thêm một bản ghi: Vi phạm
         * @description Add a record: Violations
         */
        post: operations["createViolation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/violations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Đọc một bản ghi: Vi phạm
         * @description Read a record: Violations
         */
        get: operations["getViolation"];
        put?: never;
        post?: never;
        /**
         * Xóa bản ghi không còn ai dẫn chiếu: Vi phạm
         * @description Delete a record nothing refers to: Violations
         */
        delete: operations["deleteViolation"];
        options?: never;
        head?: never;
        /**
         * Sửa các trường đã gửi: Vi phạm
         * @description Change the fields sent: Violations
         */
        patch: operations["updateViolation"];
        trace?: never;
    };
    "/api/v1/violations/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ai đã sửa gì, khi nào, vì sao, bằng lời: Vi phạm
         * @description Who changed what, when and why, in words: Violations
         */
        get: operations["listViolationHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/zones": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Liệt kê theo số hiệu: Khu vực quy hoạch
         * @description List by id: Zones
         */
        get: operations["listZones"];
        put?: never;
        /**
         * Thêm một bản ghi: Khu vực quy hoạch
         * @description Add a record: Zones
         */
        post: operations["createZone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/zones/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Đọc một bản ghi: Khu vực quy hoạch
         * @description Read a record: Zones
         */
        get: operations["getZone"];
        put?: never;
        post?: never;
        /**
         * Xóa bản ghi không còn ai dẫn chiếu: Khu vực quy hoạch
         * @description Delete a record nothing refers to: Zones
         */
        delete: operations["deleteZone"];
        options?: never;
        head?: never;
        /**
         * Sửa các trường đã gửi: Khu vực quy hoạch
         * @description Change the fields sent: Zones
         */
        patch: operations["updateZone"];
        trace?: never;
    };
    "/api/v1/zones/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ai đã sửa gì, khi nào, vì sao, bằng lời: Khu vực quy hoạch
         * @description Who changed what, when and why, in words: Zones
         */
        get: operations["listZoneHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/livez": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Chương trình còn chạy
         * @description The program is alive
         */
        get: operations["getLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Số đo cho Prometheus
         * @description Figures for Prometheus
         */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sẵn sàng phục vụ
         * @description Ready to serve
         */
        get: operations["getReady"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description APIKey is what is known of a key; the key itself is not kept. */
        APIKey: {
            /** Format: date-time */
            created_at: string;
            description: string;
            /** Format: date-time */
            expires_at: string | null;
            grants: components["schemas"]["Grants"];
            /** @description Hint is how the random part of the key begins; of a token of earlier versions it is empty. */
            hint: string;
            /** @description Holder is whose own key it is, null for a program's. */
            holder: string | null;
            /** Format: int64 */
            id: number;
            /**
             * Format: date-time
             * @description LastUsedAt is exact to a minute.
             */
            last_used_at: string | null;
            name: string;
            /** Format: date-time */
            revoked_at: string | null;
        };
        /** @description Access tells that somebody read where an owner's underground network runs (lượt xem tuyến ngầm): one entry an hour for each reader and reason. */
        Access: {
            actor: string;
            /** Format: date-time */
            first_at: string;
            /** Format: int64 */
            id: number;
            /** Format: date-time */
            last_at: string;
            /** @description Noun is the plural of what was read. */
            noun: string;
            /** @description Organization is the code of the one the actor works for, null for none. */
            organization: string | null;
            /** @description Owner is the code of the organization whose network it is. */
            owner: string;
            reason: string;
            /** Format: int64 */
            records: number;
            /**
             * Format: int64
             * @description Requests counts how often, Records how many in all.
             */
            requests: number;
        };
        AccessPage: {
            items: components["schemas"]["Access"][];
            next: string | null;
        };
        /** @description Account is a person who signs in (tài khoản). */
        Account: {
            /** Format: date-time */
            created_at: string;
            /** @description Disabled accounts sign in no more, and what they were signed in with ends. */
            disabled: boolean;
            /** @description HasPassword says whether a password is set. */
            has_password: boolean;
            /** Format: int64 */
            id: number;
            /**
             * Format: date-time
             * @description LastUsedAt is when a session was used last, exact to a minute; null if none was in the last month.
             */
            last_used_at: string | null;
            /** @description Login is what the person signs in as, in lower case; "user:" and it is their actor in the change log. It never changes. */
            login: string;
            name: string;
            /** @description OIDCIssuer and OIDCSubject are who the person is at the provider that signs them in; both empty when not bound. */
            oidc_issuer: string;
            oidc_subject: string;
            /** @description Organization is the code of the one a filer or signer works for, else empty. */
            organization: string;
            /** @description Roles are all of one side: see registry.Grants. */
            roles: ("anonymous" | "filer" | "signer" | "local" | "auditor" | "officer" | "admin")[];
            /** @description Units holds the ids of the units local staff are bound to. */
            units: number[];
            /** Format: date-time */
            updated_at: string;
            /** Format: int64 */
            version: number;
        };
        AccountOrder: {
            /** @description Khóa tài khoản: phiên, khóa API và liên kết kết thúc ngay. / Disable it: sessions, API keys and links end at once. */
            disabled?: boolean;
            /** @description Tên đăng nhập, như địa chỉ thư; không đổi được. / The login, such as a mail address; it never changes. */
            login: string;
            /** @description Họ tên người dùng. / The person's name. */
            name: string;
            /** @description Hệ thống đăng nhập một lần; rỗng là không gắn. / The provider that signs the person in; empty is none. */
            oidc_issuer?: string;
            /** @description Mã của người ấy ở hệ thống đó. / Who the person is there. */
            oidc_subject?: string;
            /** @description Mã tổ chức của filer, signer; rỗng là không có. / The code of the organization of a filer or signer; empty is none. */
            organization?: string;
            /** @description Vai trò, cùng một phía. / Roles, all of one side. */
            roles: ("filer" | "signer" | "local" | "auditor" | "officer" | "admin")[];
            /** @description Số hiệu các đơn vị hành chính của local. / The ids of the units of local staff. */
            units?: number[];
        };
        AccountPage: {
            items: components["schemas"]["Account"][];
            next: string | null;
        };
        AccountPatch: {
            /** @description Khóa tài khoản: phiên, khóa API và liên kết kết thúc ngay. / Disable it: sessions, API keys and links end at once. */
            disabled?: boolean;
            /** @description Họ tên người dùng. / The person's name. */
            name?: string;
            /** @description Hệ thống đăng nhập một lần; rỗng là không gắn. / The provider that signs the person in; empty is none. */
            oidc_issuer?: string;
            /** @description Mã của người ấy ở hệ thống đó. / Who the person is there. */
            oidc_subject?: string;
            /** @description Mã tổ chức của filer, signer; rỗng là không có. / The code of the organization of a filer or signer; empty is none. */
            organization?: string;
            /** @description Vai trò, cùng một phía. / Roles, all of one side. */
            roles?: ("filer" | "signer" | "local" | "auditor" | "officer" | "admin")[];
            /** @description Số hiệu các đơn vị hành chính của local. / The ids of the units of local staff. */
            units?: number[];
        };
        /** @description Answer is what was found of one item of a checklist (kết quả một mục). */
        Answer: {
            /** @description Answer is yes, no, na (does not apply) or unknown. */
            answer: string;
            /** @description Item is a code of the list checklist_item: its checklist, a dot, its name. */
            item: string;
            note?: string;
        };
        Batch: {
            /** @description true: ghi tất cả hoặc không gì cả. false: mỗi mục một kết quả. / true: all or nothing. false: each item for itself. */
            atomic: boolean;
            items: components["schemas"]["BatchItem"][];
        };
        /** @description batchAnswer is what became of a batch, item by item in their order. */
        BatchAnswer: {
            atomic: boolean;
            items: components["schemas"]["BatchResult"][];
        };
        BatchItem: {
            /** @description Bản ghi mới, hoặc các thay đổi. / The new record, or the changes. */
            body?: Record<string, unknown>;
            /**
             * Format: int64
             * @description Số hiệu bản ghi sửa hoặc xóa. / The id of the record changed or deleted.
             */
            id?: number;
            /** @description ETag của bản đã đọc. / The ETag of the version read. */
            if_match?: string;
            /**
             * @description Thêm, sửa hay xóa. / Add, change or delete.
             * @enum {string}
             */
            method: "POST" | "PATCH" | "DELETE";
            /**
             * @description Loại bản ghi. / The plural of the noun.
             * @enum {string}
             */
            noun: "organizations" | "units" | "villages" | "sites" | "masts" | "stations" | "poles" | "manholes" | "ducts" | "trenches" | "cables" | "service-points" | "tenancies" | "permits" | "certificates" | "statements" | "inspections" | "violations" | "field-reports" | "photos" | "zones" | "streets" | "planned-works";
        };
        /** @description batchResult is what became of one item. */
        BatchResult: {
            etag?: string;
            /**
             * Format: int64
             * @description ID, ETag and Location are of the record written.
             */
            id?: number;
            location?: string;
            problem?: components["schemas"]["Problem"];
            /**
             * Format: int64
             * @description Status is what the write would have been answered on its own.
             */
            status: number;
        };
        /**
         * Tuyến cáp / Cable routes
         * @description CableRoute (tuyến cáp) is a run of cable: hung (treo), buried (chôn), in ducts (cống) or in a trench (hào).
         */
        CableRoute: {
            /** Địa chỉ / Address */
            address: string | null;
            /**
             * Ngày chấp thuận / Approved on
             * Format: date
             */
            approved_on: string | null;
            /**
             * Ngày xây dựng / Built on
             * Format: date
             */
            built_on: string | null;
            /** Loại cáp / Cable type */
            cable_type: string | null;
            /**
             * Số sợi cáp / Cables
             * Format: int64
             */
            cables: number | null;
            /**
             * Mã / Code
             * @description Code is the owner's code; (kind, owner, code) is unique. A record filed without one gets PositionCode.
             */
            code: string | null;
            /**
             * Xã/phường / Commune
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly commune: string | null;
            /**
             * Mã xã / Commune code
             * @description Hệ thống ghi. / Set by the register.
             *     CommuneCode and Commune are where the geometry lies today, resolved on write.
             */
            readonly commune_code: string | null;
            /**
             * Tạo lúc / Created at
             * Format: date-time
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly created_at: string | null;
            /**
             * Xã/phường khai báo / Declared commune
             * @description DeclaredCommune is the commune as filed: evidence, not the answer.
             */
            declared_commune: string | null;
            /**
             * Mức công khai / Disclosure
             * @description Mã trong danh mục disclosure, xem /api/v1/codes. / A code of the list disclosure, see /api/v1/codes.
             *     Mặc định ordinary khi thêm. / ordinary in a new record that does not give it.
             */
            disclosure: string | null;
            /**
             * Điểm truy nhập cáp quang / Fibre access point
             * @description FibreAccess says subscribers can be connected to fibre here (tập điểm, ODB): domain.md §1.4.
             */
            fibre_access: boolean | null;
            /** Điểm đầu / From */
            from_text: string | null;
            /** Hình học / Geometry */
            geometry: components["schemas"]["NullableLineString"];
            /**
             * Số hiệu / Id
             * Format: int64
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly id: number;
            /**
             * Cách lắp đặt / Laying
             * @description Mã trong danh mục laying, xem /api/v1/codes. / A code of the list laying, see /api/v1/codes.
             */
            laying: string | null;
            /**
             * Chiều dài (m) / Length (m)
             * Format: double
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly length_m: number | null;
            /**
             * Cấp cáp / Level
             * @description Mã trong danh mục cable_level, xem /api/v1/codes. / A code of the list cable_level, see /api/v1/codes.
             */
            level: string | null;
            /** Tên / Name */
            name: string | null;
            /** Ghi chú / Note */
            note: string | null;
            /**
             * Hoạt động từ / Operating from
             * Format: date
             */
            operating_from: string | null;
            /**
             * Hoạt động đến / Operating to
             * Format: date
             * @description OperatingTo is the first day out of service. An interrupted life keeps its last interval here; earlier ones are in the change log.
             */
            operating_to: string | null;
            /**
             * Chủ sở hữu / Owner
             * @description Mã của một tổ chức. / The code of an organization.
             *     Owner is the code of the owning organization; nil when not known.
             */
            owner: string | null;
            /**
             * Chủ sở hữu có thiết bị / Owner has equipment here
             * @description OwnerPresent says the owner's own equipment or cable is here. Only then does the owner count among those who share (NĐ 72/2012 Điều 2).
             */
            owner_present: boolean | null;
            /**
             * Ngày kế hoạch / Planned on
             * Format: date
             */
            planned_on: string | null;
            /**
             * Mã tỉnh / Province code
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly province: string | null;
            /**
             * Ngày tháo dỡ / Removed on
             * Format: date
             */
            removed_on: string | null;
            /** Tuyến đường / Road */
            road: string | null;
            /** Nguồn / Source */
            source: string | null;
            /**
             * Trạng thái / Status
             * @description Mã trong danh mục status, xem /api/v1/codes. / A code of the list status, see /api/v1/codes.
             *     Mặc định operating khi thêm. / operating in a new record that does not give it.
             */
            status: string;
            /**
             * Tọa độ như đã nộp / Coordinates as submitted
             * @description Submitted is the coordinates as they were written.
             */
            submitted: {
                /** @description Axes is "swapped" when the filer wrote them the other way round and a person confirmed it. */
                axes?: string;
                /** @description such as EPSG:9210 */
                crs?: string;
                /** @description survey method, as filed */
                method?: string;
                /** Format: double */
                precision_m?: number;
                /** @description easting or longitude, verbatim */
                x?: string;
                /** @description northing or latitude, verbatim */
                y?: string;
            } | null;
            /**
             * Có thẻ nhận biết / Marked
             * @description Tagged says the cable carries the marks of TTLT 21/2013.
             */
            tagged: boolean | null;
            /** Điểm cuối / To */
            to_text: string | null;
            /**
             * Cập nhật lúc / Updated at
             * Format: date-time
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly updated_at: string | null;
            /**
             * Phiên bản / Version
             * Format: int64
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly version: number;
            /**
             * Năm lắp đặt / Year laid
             * Format: int64
             */
            year_laid: number | null;
        };
        /** Bản ghi mới: Tuyến cáp / A new record: Cable routes */
        CableRouteCreate: WithRequired<components["schemas"]["CableRoutePatch"], "code" | "geometry">;
        /** Một trang: Tuyến cáp / A page: Cable routes */
        CableRoutePage: {
            items: components["schemas"]["CableRoute"][];
            /** @description Đường dẫn của trang sau; null ở trang cuối. / The path of the next page; null on the last. */
            next: string | null;
        };
        /**
         * Thay đổi (RFC 7396): Tuyến cáp / Changes (RFC 7396): Cable routes
         * @description Trường hệ thống ghi, gửi lại nguyên như đã đọc, được bỏ qua. / A field the register sets is left alone when it is sent back as it was read.
         */
        CableRoutePatch: {
            /** Địa chỉ / Address */
            address?: string | null;
            /**
             * Ngày chấp thuận / Approved on
             * Format: date
             */
            approved_on?: string | null;
            /**
             * Ngày xây dựng / Built on
             * Format: date
             */
            built_on?: string | null;
            /** Loại cáp / Cable type */
            cable_type?: string | null;
            /**
             * Số sợi cáp / Cables
             * Format: int64
             */
            cables?: number | null;
            /**
             * Mã / Code
             * @description Code is the owner's code; (kind, owner, code) is unique. A record filed without one gets PositionCode.
             */
            code?: string;
            /**
             * Xã/phường khai báo / Declared commune
             * @description DeclaredCommune is the commune as filed: evidence, not the answer.
             */
            declared_commune?: string | null;
            /**
             * Mức công khai / Disclosure
             * @description Mã trong danh mục disclosure, xem /api/v1/codes. / A code of the list disclosure, see /api/v1/codes.
             *     Mặc định ordinary khi thêm. / ordinary in a new record that does not give it.
             */
            disclosure?: string;
            /**
             * Điểm truy nhập cáp quang / Fibre access point
             * @description FibreAccess says subscribers can be connected to fibre here (tập điểm, ODB): domain.md §1.4.
             */
            fibre_access?: boolean;
            /** Điểm đầu / From */
            from_text?: string | null;
            /** Hình học / Geometry */
            geometry?: components["schemas"]["LineString"];
            /**
             * Cách lắp đặt / Laying
             * @description Mã trong danh mục laying, xem /api/v1/codes. / A code of the list laying, see /api/v1/codes.
             */
            laying?: string | null;
            /**
             * Cấp cáp / Level
             * @description Mã trong danh mục cable_level, xem /api/v1/codes. / A code of the list cable_level, see /api/v1/codes.
             */
            level?: string | null;
            /** Tên / Name */
            name?: string | null;
            /** Ghi chú / Note */
            note?: string | null;
            /**
             * Hoạt động từ / Operating from
             * Format: date
             */
            operating_from?: string | null;
            /**
             * Hoạt động đến / Operating to
             * Format: date
             * @description OperatingTo is the first day out of service. An interrupted life keeps its last interval here; earlier ones are in the change log.
             */
            operating_to?: string | null;
            /**
             * Chủ sở hữu / Owner
             * @description Mã của một tổ chức. / The code of an organization.
             *     Owner is the code of the owning organization; nil when not known.
             */
            owner?: string | null;
            /**
             * Chủ sở hữu có thiết bị / Owner has equipment here
             * @description OwnerPresent says the owner's own equipment or cable is here. Only then does the owner count among those who share (NĐ 72/2012 Điều 2).
             */
            owner_present?: boolean | null;
            /**
             * Ngày kế hoạch / Planned on
             * Format: date
             */
            planned_on?: string | null;
            /**
             * Ngày tháo dỡ / Removed on
             * Format: date
             */
            removed_on?: string | null;
            /** Tuyến đường / Road */
            road?: string | null;
            /** Nguồn / Source */
            source?: string | null;
            /**
             * Trạng thái / Status
             * @description Mã trong danh mục status, xem /api/v1/codes. / A code of the list status, see /api/v1/codes.
             *     Mặc định operating khi thêm. / operating in a new record that does not give it.
             */
            status?: string;
            /**
             * Tọa độ như đã nộp / Coordinates as submitted
             * @description Submitted is the coordinates as they were written.
             */
            submitted?: {
                /** @description Axes is "swapped" when the filer wrote them the other way round and a person confirmed it. */
                axes?: string;
                /** @description such as EPSG:9210 */
                crs?: string;
                /** @description survey method, as filed */
                method?: string;
                /** Format: double */
                precision_m?: number;
                /** @description easting or longitude, verbatim */
                x?: string;
                /** @description northing or latitude, verbatim */
                y?: string;
            } | null;
            /**
             * Có thẻ nhận biết / Marked
             * @description Tagged says the cable carries the marks of TTLT 21/2013.
             */
            tagged?: boolean | null;
            /** Điểm cuối / To */
            to_text?: string | null;
            /**
             * Năm lắp đặt / Year laid
             * Format: int64
             */
            year_laid?: number | null;
        };
        CameOnPaper: {
            /** @description Ghi chú. / A note. */
            note?: string;
            /**
             * Format: int64
             * @description Số hiệu của nghĩa vụ. / The obligation's id.
             */
            obligation: number;
            /**
             * Format: date
             * @description Ngày nhận; mặc định hôm nay. / The day it came; today by default.
             */
            on?: string;
            /** @description Mã tổ chức phải nộp. / The code of the one that is obliged. */
            organization: string;
            /** @description Kỳ: năm, hoặc once. / The period: a year, or once. */
            period: string;
        };
        /** @description Candidate is a work in reach that may serve a proposal (công trình có thể dùng chung). */
        Candidate: {
            /**
             * Format: double
             * @description AlongM is how much of a line lies in reach, in metres; null for a point.
             */
            along_m: number | null;
            /**
             * Format: double
             * @description BuildingHeightM is of the building a site stands on.
             */
            building_height_m: number | null;
            code: string;
            /** @description Contact is whom to ask. */
            contact: string | null;
            /**
             * Format: double
             * @description DistanceM is geodesic, from the nearest place of it, in metres.
             */
            distance_m: number;
            /** Format: int64 */
            ducts: number | null;
            /** @enum {string} */
            fit: "yes" | "perhaps" | "no";
            /** Format: int64 */
            free_ducts: number | null;
            /** Format: int64 */
            free_slots: number | null;
            geometry: components["schemas"]["Geometry"];
            /**
             * Format: double
             * @description HeightM is of a pole, or of the highest mast of a site.
             */
            height_m: number | null;
            /** Format: int64 */
            id: number;
            /** Format: double */
            max_load_kg: number | null;
            name: string | null;
            /** @description Noun is the name of its noun. */
            noun: string;
            /** @description Own says that it is the builder's own; Present that the builder is on it. */
            own: boolean;
            owner: string | null;
            owner_name: string | null;
            present: boolean;
            /** @description Reasons say why, in the order in which they weigh. */
            reasons: components["schemas"]["Text"][];
            /** @enum {string} */
            status: "planned" | "approved" | "under_construction" | "operating" | "suspended" | "decommissioned" | "removed";
            /**
             * Format: int64
             * @description Tenants is how many enterprises are on it today.
             */
            tenants: number;
            /** @description ToRemove says that a pole goes once the street is undergrounded. */
            to_remove: boolean;
        };
        /** @description card is all that staff at a mast ask of it, in one answer (phiếu tra cứu tuân thủ). What the reader may not know is null. */
        Card: {
            /** Format: date */
            as_of: string;
            /** @enum {string} */
            asset_kind: "site" | "pole" | "duct" | "manhole" | "trench" | "cable_route" | "service_point";
            can: components["schemas"]["CardRights"];
            /** @description Capacity is what a site can still carry; null for the public, and of poles. */
            capacity: {
                /** Format: int64 */
                free_slots: number | null;
                /** Format: double */
                max_load_kg: number | null;
                refusal_reason: string | null;
                /**
                 * Format: int64
                 * @description Tenants counts the tenancies of the day.
                 */
                tenants: number;
            } | null;
            /** @description Certificate is the one that counts on the day, or the last that did. */
            certificate: {
                applies: string;
                body: string | null;
                /**
                 * Format: int64
                 * @description DaysLeft is negative once it has ended, null when it has no end.
                 */
                days_left: number | null;
                /** Format: date */
                expires_on: string | null;
                /** Format: int64 */
                id: number;
                /** Format: date */
                issued_on: string | null;
                number: string | null;
            } | null;
            certificates: components["schemas"]["Certificate"][] | null;
            field_reports: components["schemas"]["FieldReport"][] | null;
            findings: components["schemas"]["ComplianceFinding"][] | null;
            ground: {
                authority: string | null;
                basis: string;
                /** Format: double */
                height_m: number | null;
                /** Format: date */
                issued_on: string | null;
                number: string | null;
                /**
                 * Format: int64
                 * @description Permit is the id of its record.
                 */
                permit: number;
                title: components["schemas"]["Text"];
                /** Format: date */
                valid_until: string | null;
            } | null;
            /** @description HeightLimit is the lowest that is known. */
            height_limit: {
                /** @description Datum is "mast" of a permit: the height of the mast itself; otherwise "ground" (above ground) or "sea" (above mean sea level). */
                datum: string;
                /** Format: int64 */
                id: number;
                /** Format: double */
                m: number;
                /** @description Of is "permit", "zone" or "street", ID its record. */
                of: string;
            } | null;
            /** @description History is null for who may not read the log. */
            history: components["schemas"]["Change"][] | null;
            /** Format: int64 */
            id: number;
            /** @description Inspections are the last ones, Violations those that are open, FieldReports those matched with the work, the newest first. */
            inspections: components["schemas"]["Inspection"][] | null;
            masts: components["schemas"]["Mast"][] | null;
            missing: components["schemas"]["ComplianceMissing"][] | null;
            /** @description Nearest are other sites within 2 km, the nearest first; null like Capacity. */
            nearest: components["schemas"]["NearSite"][] | null;
            owner: {
                code: string;
                /** @description Contact is null for the public. */
                contact: string | null;
                name: string;
            } | null;
            parts: {
                /** @enum {string|null} */
                certificate: "lawful" | "unlawful" | "unknown" | null;
                /** @enum {string|null} */
                permit: "lawful" | "unlawful" | "unknown" | null;
                /** @enum {string|null} */
                technical: "lawful" | "unlawful" | "unknown" | null;
                /** @enum {string|null} */
                zone: "lawful" | "unlawful" | "unknown" | null;
            } | null;
            permits: components["schemas"]["Permit"][] | null;
            /** @description Photos are those whose bytes are there, the newest first. */
            photos: components["schemas"]["CardPhoto"][];
            /** @description Record is the work, as its own address shows it to this reader. */
            record: components["schemas"]["Site"] | components["schemas"]["Pole"];
            restrictions: components["schemas"]["ComplianceRestriction"][] | null;
            rule: {
                /**
                 * @description Basis says what the day of construction is taken from.
                 * @enum {string}
                 */
                basis: "built_on" | "operating_from" | "today";
                /** Format: date */
                built_on: string;
                clause: components["schemas"]["Text"];
                code: string;
                /**
                 * Format: date
                 * @description From is the first day in force, Until the first on which it is no more; nil leaves that end open.
                 */
                in_force_from: string | null;
                /** Format: date */
                in_force_until: string | null;
                mark: string;
                /** @description PermitNeeded says that a work needs a permit or a ground of exemption. */
                permit_needed: boolean;
                title: components["schemas"]["Text"];
            } | null;
            stations: components["schemas"]["Station"][] | null;
            tenancies: components["schemas"]["Tenancy"][] | null;
            /**
             * @description Verdict is null for who may not see its papers; Parts is by part, null where it is not asked.
             * @enum {string|null}
             */
            verdict: "lawful" | "unlawful" | "unknown" | null;
            violations: components["schemas"]["Violation"][] | null;
        };
        /** @description cardPhoto is a photo with the addresses of the picture and its thumbnail. */
        CardPhoto: {
            caption: string | null;
            /** Format: int64 */
            field_report: number | null;
            file: string;
            /** Format: int64 */
            height: number;
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            inspection: number | null;
            media_type: string;
            /** Format: date-time */
            taken_at: string | null;
            thumbnail: string;
            /** Format: int64 */
            violation: number | null;
            /** Format: int64 */
            width: number;
        };
        /** @description cardRights says what the reader may create of a work. */
        CardRights: {
            field_report: boolean;
            inspection: boolean;
            permit: boolean;
            photo: boolean;
            violation: boolean;
        };
        /** @description CellEdit is one cell mended in the page (sửa ô): the row as in a fault, the column by its header. */
        CellEdit: {
            column: string;
            /** Format: int64 */
            row: number;
            value: string;
        };
        /**
         * Kiểm định / Certificates
         * @description Certificate (giấy chứng nhận kiểm định, QCVN 8:2022/BTTTT) says a site's radiation was inspected. TT 08/2020 gives it five years.
         */
        Certificate: {
            /**
             * Thuộc diện kiểm định / Applies
             * @description Mã trong danh mục applies, xem /api/v1/codes. / A code of the list applies, see /api/v1/codes.
             *     Mặc định unknown khi thêm. / unknown in a new record that does not give it.
             *     Applies is yes, no or unknown: whether inspection is mandatory here.
             */
            applies: string;
            /** Tổ chức kiểm định / Inspection body */
            body: string | null;
            /**
             * Ngày hết hạn / Expires on
             * Format: date
             */
            expires_on: string | null;
            /**
             * Số hiệu / Id
             * Format: int64
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly id: number;
            /**
             * Ngày cấp / Issued on
             * Format: date
             */
            issued_on: string | null;
            /** Ghi chú / Note */
            note: string | null;
            /** Số giấy / Number */
            number: string | null;
            /**
             * Vị trí / Site
             * Format: int64
             * @description Số hiệu (id) của một bản ghi sites. / The id of a record of sites.
             */
            site: number;
            /**
             * Phiên bản / Version
             * Format: int64
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly version: number;
        };
        /** Bản ghi mới: Kiểm định / A new record: Certificates */
        CertificateCreate: WithRequired<components["schemas"]["CertificatePatch"], "site">;
        /** Một trang: Kiểm định / A page: Certificates */
        CertificatePage: {
            items: components["schemas"]["Certificate"][];
            /** @description Đường dẫn của trang sau; null ở trang cuối. / The path of the next page; null on the last. */
            next: string | null;
        };
        /**
         * Thay đổi (RFC 7396): Kiểm định / Changes (RFC 7396): Certificates
         * @description Trường hệ thống ghi, gửi lại nguyên như đã đọc, được bỏ qua. / A field the register sets is left alone when it is sent back as it was read.
         */
        CertificatePatch: {
            /**
             * Thuộc diện kiểm định / Applies
             * @description Mã trong danh mục applies, xem /api/v1/codes. / A code of the list applies, see /api/v1/codes.
             *     Mặc định unknown khi thêm. / unknown in a new record that does not give it.
             *     Applies is yes, no or unknown: whether inspection is mandatory here.
             */
            applies?: string;
            /** Tổ chức kiểm định / Inspection body */
            body?: string | null;
            /**
             * Ngày hết hạn / Expires on
             * Format: date
             */
            expires_on?: string | null;
            /**
             * Ngày cấp / Issued on
             * Format: date
             */
            issued_on?: string | null;
            /** Ghi chú / Note */
            note?: string | null;
            /** Số giấy / Number */
            number?: string | null;
            /**
             * Vị trí / Site
             * Format: int64
             * @description Số hiệu (id) của một bản ghi sites. / The id of a record of sites.
             */
            site?: number;
        };
        /** @description Change is one entry of the change log: who wrote what, when and why. */
        Change: {
            actor: string;
            after?: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            at: string;
            /** @description Before and After hold what an update changed, a new record without its empty fields, or a deleted one. Names are those of the record; what the register derives is left out. An organization stands under its code of today and, under the name with _id, under its id, which never changes. */
            before?: {
                [key: string]: unknown;
            };
            /** @description Differences tell the same in words, when asked for. */
            differences?: components["schemas"]["Difference"][];
            /** @description Noun is the plural the record is found under, or the name of an event. */
            noun: string;
            /** @description Op is create, update or delete; event for what happened to no record. */
            op: string;
            /** @description Organization is the code of the one the actor works for, null for the department. */
            organization: string | null;
            reason: string;
            /** Format: int64 */
            record_id: number;
            request_id: string;
            /**
             * Format: int64
             * @description Seq orders the changes; each comes after all it builds on.
             */
            seq: number;
        };
        /** @description changeList is a page of the change feed. */
        ChangeList: {
            /**
             * Format: int64
             * @description Cursor is where to go on: since it nothing has been sent.
             */
            cursor: number;
            items: components["schemas"]["Change"][];
            /** @description More says that there are more changes already. */
            more: boolean;
            /** @description Next is the path of the page after this one; when more is false it is the path to ask later. */
            next: string;
        };
        /** @description Cluster (cụm dân cư) is an inhabited part of a Village. */
        Cluster: {
            /** Format: int64 */
            households?: number;
            /** Format: double */
            lat: number;
            /** Format: double */
            lon: number;
            name: string;
        };
        /** @description Completeness is how one organization stands with its duties (mức đầy đủ). */
        Completeness: {
            /** Format: int64 */
            accepted: number;
            /**
             * Format: int64
             * @description Accounts counts the people who are reminded for it: with none nobody is.
             */
            accounts: number;
            /** Format: int64 */
            due: number;
            /**
             * Format: int64
             * @description Duties counts all, the others those in a state.
             */
            duties: number;
            /** Format: int64 */
            filed: number;
            /**
             * Format: date-time
             * @description LastFiledAt is when it last signed a filing of any kind; null for never.
             */
            last_filed_at: string | null;
            /** Format: int64 */
            late: number;
            /**
             * Format: int64
             * @description LateDays is the sum over duties of days after they were due.
             */
            late_days: number;
            name: string;
            /** Format: int64 */
            not_due: number;
            /**
             * Format: int64
             * @description Nothing counts those answered with nothing to report; they are among Filed.
             */
            nothing: number;
            /** @description Organization is its code. */
            organization: string;
            /** Format: int64 */
            returned: number;
        };
        /** @description ComplianceCount counts the sites of a commune by verdict (thống kê tuân thủ). */
        ComplianceCount: {
            /**
             * Format: int64
             * @description CertificatesEnded counts those whose last certificate had ended by the day.
             */
            certificates_ended: number;
            /** Format: int64 */
            lawful: number;
            /** Format: int64 */
            sites: number;
            unit: string | null;
            /** @description UnitCode and Unit are of the commune; null for sites in none, and for the total. */
            unit_code: string | null;
            /**
             * Format: int64
             * @description Unknown counts those of which too little is known to tell.
             */
            unknown: number;
            /** Format: int64 */
            unlawful: number;
        };
        /** @description complianceCounts answers how many sites are lawful, by commune. */
        ComplianceCounts: {
            /** Format: date */
            as_of: string;
            items: components["schemas"]["ComplianceCount"][];
            total: components["schemas"]["ComplianceCount"];
        };
        /** @description Finding is what one rule found (phát hiện). */
        ComplianceFinding: {
            /** Format: int64 */
            certificate: number | null;
            clause: components["schemas"]["Text"];
            /** @enum {string} */
            effect: "unlawful" | "unknown" | "warning" | "note";
            found: components["schemas"]["Text"];
            mark: string;
            /**
             * Format: int64
             * @description Ids of the records it is about, nil where it is about none.
             */
            mast: number | null;
            mend: components["schemas"]["Text"];
            /** @enum {string} */
            part: "permit" | "certificate" | "zone" | "technical";
            /** Format: int64 */
            permit: number | null;
            /** @description Restriction is the zone or listed street it is about. */
            restriction: {
                /** Format: int64 */
                id: number;
                /** @description "zone" or "street" */
                noun: string;
            } | null;
            /** @description Rule is the rule's stable id, such as "permit.height". */
            rule: string;
        };
        /** @description Missing is something the register lacks and the verdict needs (dữ liệu thiếu). */
        ComplianceMissing: {
            /** @description Field is the path of the field, such as "masts.height_m". */
            field: string;
            title: components["schemas"]["Text"];
        };
        /** @description Restriction is what a zone or a listed street says of a place (quy định tại chỗ). */
        ComplianceRestriction: {
            allowed_classes: string[];
            code: string;
            /** Format: date */
            deadline: string | null;
            /** Format: date */
            decided_on: string | null;
            decision_number: string | null;
            /**
             * Format: double
             * @description 0 inside a zone
             */
            distance_m: number;
            forbidden_classes: string[];
            /** @description "ground" or "sea" */
            height_datum: string;
            /** Format: double */
            height_limit_m: number | null;
            /** Format: int64 */
            id: number;
            issuer: string | null;
            /** @description of the code list zone_kind or street_kind */
            kind: string;
            name: string;
            /** @description "zone" or "street" */
            noun: string;
            /** Format: date */
            valid_from: string | null;
            /**
             * Format: date
             * @description the first day it is no longer in force
             */
            valid_to: string | null;
        };
        /** @description CountGroup is one commune or province; its key is empty for what lies in none. */
        CountGroup: {
            counts: {
                [key: string]: number;
            };
            key: string;
            name: string;
        };
        /** @description CountQuery asks how many assets of each kind are in service. */
        CountQuery: {
            /** Format: date */
            as_of: string;
            /** @description commune or province */
            by: string;
            unit?: string;
        };
        /** @description Counts are how many assets of each kind a commune or province has (số lượng công trình theo địa bàn), as far as the asker may know of them: the public counts what is no secret. */
        Counts: {
            items: components["schemas"]["CountGroup"][];
            query: components["schemas"]["CountQuery"];
        };
        /** @description CoverageAnswer is the coverage of villages in three layers that are never merged, and the one to publish: verified, else declared. */
        CoverageAnswer: {
            computed: components["schemas"]["CoverageSummary"];
            declared: components["schemas"]["CoverageSummary"];
            /**
             * Format: int64
             * @description Discrepancies counts villages whose published and computed state differ: the worklist of whoever verifies.
             */
            discrepancies: number;
            groups?: components["schemas"]["CoverageGroup"][];
            published: components["schemas"]["CoverageSummary"];
            query: components["schemas"]["CoverageQuery"];
            verified: components["schemas"]["CoverageSummary"];
        };
        /** @description Best names the site and station nearest to the centre that serve it. */
        CoverageBest: {
            /** Format: double */
            distance_m: number;
            /** Format: int64 */
            operator: number;
            /** Format: int64 */
            site: number;
            /** Format: int64 */
            station: number;
            technology: string;
        };
        /** @description CoverageGroup is the coverage of one commune or province, or by one operator. */
        CoverageGroup: {
            computed: components["schemas"]["CoverageSummary"];
            key: string;
            name: string;
            published: components["schemas"]["CoverageSummary"];
        };
        /** @description CoverageQuery asks for the coverage of villages on a day. */
        CoverageQuery: {
            /** Format: date */
            as_of: string;
            by?: string;
            /** @description Operator is an organization's code; empty means any. */
            operator?: string;
            service: string;
            /** @description Technologies count as mobile service; none means every broadband one. */
            technologies: string[];
            unit?: string;
            /**
             * Format: double
             * @description WithinM replaces the service radius, in metres.
             */
            within_m?: number;
        };
        /** @description CoverageRecord is one village behind the numbers. */
        CoverageRecord: {
            code: string;
            commune: string;
            commune_code: string;
            computed: components["schemas"]["CoverageVerdict"];
            /** @enum {string|null} */
            declared: "covered" | "dented" | "white" | "unknown" | null;
            /** Format: int64 */
            households: number | null;
            /** Format: double */
            lat: number | null;
            /** @enum {string} */
            layer: "declared" | "computed" | "verified" | "";
            /**
             * Format: double
             * @description Lon and Lat are the centre's, nil while its place is not known.
             */
            lon: number | null;
            name: string;
            /** Format: int64 */
            population: number | null;
            province: string;
            /** @enum {string} */
            published: "covered" | "dented" | "white" | "unknown";
            /** @enum {string|null} */
            verified: "covered" | "dented" | "white" | "unknown" | null;
            /** Format: int64 */
            village: number;
        };
        /** @description Answers that list what is behind a number, with the question as it was read. */
        CoverageRecords: {
            items: components["schemas"]["CoverageRecord"][];
            query: components["schemas"]["CoverageQuery"];
        };
        /** @description Summary counts villages and the people in them. */
        CoverageSummary: {
            /**
             * Format: int64
             * @description with signal at the centre, dented ones included
             */
            covered: number;
            /**
             * Format: int64
             * @description lõm sóng, a part of Covered
             */
            dented: number;
            /**
             * Format: double
             * @description DentedRatio is the dented part of the covered villages in percent, nil without covered ones.
             */
            dented_ratio: number | null;
            /** Format: int64 */
            households: number;
            /** Format: int64 */
            households_covered: number;
            /**
             * Format: double
             * @description percent, nil without households
             */
            households_ratio: number | null;
            /**
             * Format: int64
             * @description Population and Households add up the judged villages that give a number; those of a village count as covered when its centre is.
             */
            population: number;
            /** Format: int64 */
            population_covered: number;
            /**
             * Format: double
             * @description percent, nil without people
             */
            population_ratio: number | null;
            /**
             * Format: double
             * @description Ratio is (V − trắng) / V × 100 in percent, nil without villages.
             */
            ratio: number | null;
            /** Format: int64 */
            unknown: number;
            /**
             * Format: int64
             * @description Villages are those judged one way or the other: V of the formula. Unknown ones stand beside it, since to count them either way would be a guess.
             */
            villages: number;
            /**
             * Format: int64
             * @description trắng sóng
             */
            white: number;
        };
        /** @description Verdict is how one village stands. */
        CoverageVerdict: {
            best?: components["schemas"]["CoverageBest"];
            /** @description Dark are the cluster points without signal, ascending: for a lõm sóng village they are the reason, for a trắng sóng one the rest of the story. */
            dark?: number[];
            /** Format: int64 */
            households?: number;
            /** @description Operators have signal at the centre; ascending ids. */
            operators?: number[];
            /** Format: int64 */
            population?: number;
            /** @enum {string} */
            state: "covered" | "dented" | "white" | "unknown";
            /** Format: int64 */
            village: number;
        };
        /** @description decisionOrder is the department's word on a filing. */
        DecisionOrder: {
            /** @description Reason is what the filer reads. */
            reason?: string;
        };
        /** @description Difference is what a change did to one field, as a person reads it (điểm khác). */
        Difference: {
            after: {
                en: string;
                vi: string;
            } | null;
            /** @description Before and After are in words; nil is an empty field. */
            before: {
                en: string;
                vi: string;
            } | null;
            field: string;
            title: components["schemas"]["Text"];
        };
        /**
         * Cống cáp / Duct sections
         * @description Duct (đoạn cống cáp) is a section of underground ducts between two manholes.
         */
        Duct: {
            /** Địa chỉ / Address */
            address: string | null;
            /**
             * Ngày chấp thuận / Approved on
             * Format: date
             */
            approved_on: string | null;
            /**
             * Ngày xây dựng / Built on
             * Format: date
             */
            built_on: string | null;
            /**
             * Mã / Code
             * @description Code is the owner's code; (kind, owner, code) is unique. A record filed without one gets PositionCode.
             */
            code: string | null;
            /**
             * Xã/phường / Commune
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly commune: string | null;
            /**
             * Mã xã / Commune code
             * @description Hệ thống ghi. / Set by the register.
             *     CommuneCode and Commune are where the geometry lies today, resolved on write.
             */
            readonly commune_code: string | null;
            /**
             * Tạo lúc / Created at
             * Format: date-time
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly created_at: string | null;
            /**
             * Xã/phường khai báo / Declared commune
             * @description DeclaredCommune is the commune as filed: evidence, not the answer.
             */
            declared_commune: string | null;
            /**
             * Độ sâu (m) / Depth (m)
             * Format: double
             */
            depth_m: number | null;
            /**
             * Đường kính (mm) / Diameter (mm)
             * Format: double
             */
            diameter_mm: number | null;
            /**
             * Mức công khai / Disclosure
             * @description Mã trong danh mục disclosure, xem /api/v1/codes. / A code of the list disclosure, see /api/v1/codes.
             *     Mặc định ordinary khi thêm. / ordinary in a new record that does not give it.
             */
            disclosure: string | null;
            /**
             * Số ống / Ducts
             * Format: int64
             */
            ducts: number | null;
            /**
             * Điểm truy nhập cáp quang / Fibre access point
             * @description FibreAccess says subscribers can be connected to fibre here (tập điểm, ODB): domain.md §1.4.
             */
            fibre_access: boolean | null;
            /**
             * Số ống còn trống / Free ducts
             * Format: int64
             */
            free_ducts: number | null;
            /**
             * Bể đầu / From manhole
             * Format: int64
             * @description Số hiệu (id) của một bản ghi manholes. / The id of a record of manholes.
             */
            from_manhole: number | null;
            /** Hình học / Geometry */
            geometry: components["schemas"]["NullableLineString"];
            /**
             * Số hiệu / Id
             * Format: int64
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly id: number;
            /**
             * Chiều dài (m) / Length (m)
             * Format: double
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly length_m: number | null;
            /**
             * Vật liệu / Material
             * @description Mã trong danh mục duct_material, xem /api/v1/codes. / A code of the list duct_material, see /api/v1/codes.
             */
            material: string | null;
            /** Tên / Name */
            name: string | null;
            /** Ghi chú / Note */
            note: string | null;
            /**
             * Hoạt động từ / Operating from
             * Format: date
             */
            operating_from: string | null;
            /**
             * Hoạt động đến / Operating to
             * Format: date
             * @description OperatingTo is the first day out of service. An interrupted life keeps its last interval here; earlier ones are in the change log.
             */
            operating_to: string | null;
            /**
             * Chủ sở hữu / Owner
             * @description Mã của một tổ chức. / The code of an organization.
             *     Owner is the code of the owning organization; nil when not known.
             */
            owner: string | null;
            /**
             * Chủ sở hữu có thiết bị / Owner has equipment here
             * @description OwnerPresent says the owner's own equipment or cable is here. Only then does the owner count among those who share (NĐ 72/2012 Điều 2).
             */
            owner_present: boolean | null;
            /**
             * Ngày kế hoạch / Planned on
             * Format: date
             */
            planned_on: string | null;
            /**
             * Mã tỉnh / Province code
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly province: string | null;
            /**
             * Ngày tháo dỡ / Removed on
             * Format: date
             */
            removed_on: string | null;
            /** Tuyến đường / Road */
            road: string | null;
            /** Nguồn / Source */
            source: string | null;
            /**
             * Trạng thái / Status
             * @description Mã trong danh mục status, xem /api/v1/codes. / A code of the list status, see /api/v1/codes.
             *     Mặc định operating khi thêm. / operating in a new record that does not give it.
             */
            status: string;
            /**
             * Tọa độ như đã nộp / Coordinates as submitted
             * @description Submitted is the coordinates as they were written.
             */
            submitted: {
                /** @description Axes is "swapped" when the filer wrote them the other way round and a person confirmed it. */
                axes?: string;
                /** @description such as EPSG:9210 */
                crs?: string;
                /** @description survey method, as filed */
                method?: string;
                /** Format: double */
                precision_m?: number;
                /** @description easting or longitude, verbatim */
                x?: string;
                /** @description northing or latitude, verbatim */
                y?: string;
            } | null;
            /**
             * Bể cuối / To manhole
             * Format: int64
             * @description Số hiệu (id) của một bản ghi manholes. / The id of a record of manholes.
             */
            to_manhole: number | null;
            /**
             * Cập nhật lúc / Updated at
             * Format: date-time
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly updated_at: string | null;
            /**
             * Phiên bản / Version
             * Format: int64
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly version: number;
        };
        /** Bản ghi mới: Cống cáp / A new record: Duct sections */
        DuctCreate: WithRequired<components["schemas"]["DuctPatch"], "code" | "geometry">;
        /** Một trang: Cống cáp / A page: Duct sections */
        DuctPage: {
            items: components["schemas"]["Duct"][];
            /** @description Đường dẫn của trang sau; null ở trang cuối. / The path of the next page; null on the last. */
            next: string | null;
        };
        /**
         * Thay đổi (RFC 7396): Cống cáp / Changes (RFC 7396): Duct sections
         * @description Trường hệ thống ghi, gửi lại nguyên như đã đọc, được bỏ qua. / A field the register sets is left alone when it is sent back as it was read.
         */
        DuctPatch: {
            /** Địa chỉ / Address */
            address?: string | null;
            /**
             * Ngày chấp thuận / Approved on
             * Format: date
             */
            approved_on?: string | null;
            /**
             * Ngày xây dựng / Built on
             * Format: date
             */
            built_on?: string | null;
            /**
             * Mã / Code
             * @description Code is the owner's code; (kind, owner, code) is unique. A record filed without one gets PositionCode.
             */
            code?: string;
            /**
             * Xã/phường khai báo / Declared commune
             * @description DeclaredCommune is the commune as filed: evidence, not the answer.
             */
            declared_commune?: string | null;
            /**
             * Độ sâu (m) / Depth (m)
             * Format: double
             */
            depth_m?: number | null;
            /**
             * Đường kính (mm) / Diameter (mm)
             * Format: double
             */
            diameter_mm?: number | null;
            /**
             * Mức công khai / Disclosure
             * @description Mã trong danh mục disclosure, xem /api/v1/codes. / A code of the list disclosure, see /api/v1/codes.
             *     Mặc định ordinary khi thêm. / ordinary in a new record that does not give it.
             */
            disclosure?: string;
            /**
             * Số ống / Ducts
             * Format: int64
             */
            ducts?: number | null;
            /**
             * Điểm truy nhập cáp quang / Fibre access point
             * @description FibreAccess says subscribers can be connected to fibre here (tập điểm, ODB): domain.md §1.4.
             */
            fibre_access?: boolean;
            /**
             * Số ống còn trống / Free ducts
             * Format: int64
             */
            free_ducts?: number | null;
            /**
             * Bể đầu / From manhole
             * Format: int64
             * @description Số hiệu (id) của một bản ghi manholes. / The id of a record of manholes.
             */
            from_manhole?: number | null;
            /** Hình học / Geometry */
            geometry?: components["schemas"]["LineString"];
            /**
             * Vật liệu / Material
             * @description Mã trong danh mục duct_material, xem /api/v1/codes. / A code of the list duct_material, see /api/v1/codes.
             */
            material?: string | null;
            /** Tên / Name */
            name?: string | null;
            /** Ghi chú / Note */
            note?: string | null;
            /**
             * Hoạt động từ / Operating from
             * Format: date
             */
            operating_from?: string | null;
            /**
             * Hoạt động đến / Operating to
             * Format: date
             * @description OperatingTo is the first day out of service. An interrupted life keeps its last interval here; earlier ones are in the change log.
             */
            operating_to?: string | null;
            /**
             * Chủ sở hữu / Owner
             * @description Mã của một tổ chức. / The code of an organization.
             *     Owner is the code of the owning organization; nil when not known.
             */
            owner?: string | null;
            /**
             * Chủ sở hữu có thiết bị / Owner has equipment here
             * @description OwnerPresent says the owner's own equipment or cable is here. Only then does the owner count among those who share (NĐ 72/2012 Điều 2).
             */
            owner_present?: boolean | null;
            /**
             * Ngày kế hoạch / Planned on
             * Format: date
             */
            planned_on?: string | null;
            /**
             * Ngày tháo dỡ / Removed on
             * Format: date
             */
            removed_on?: string | null;
            /** Tuyến đường / Road */
            road?: string | null;
            /** Nguồn / Source */
            source?: string | null;
            /**
             * Trạng thái / Status
             * @description Mã trong danh mục status, xem /api/v1/codes. / A code of the list status, see /api/v1/codes.
             *     Mặc định operating khi thêm. / operating in a new record that does not give it.
             */
            status?: string;
            /**
             * Tọa độ như đã nộp / Coordinates as submitted
             * @description Submitted is the coordinates as they were written.
             */
            submitted?: {
                /** @description Axes is "swapped" when the filer wrote them the other way round and a person confirmed it. */
                axes?: string;
                /** @description such as EPSG:9210 */
                crs?: string;
                /** @description survey method, as filed */
                method?: string;
                /** Format: double */
                precision_m?: number;
                /** @description easting or longitude, verbatim */
                x?: string;
                /** @description northing or latitude, verbatim */
                y?: string;
            } | null;
            /**
             * Bể cuối / To manhole
             * Format: int64
             * @description Số hiệu (id) của một bản ghi manholes. / The id of a record of manholes.
             */
            to_manhole?: number | null;
        };
        /** @description Duty is one obligation of one organization in one period (kỳ báo cáo), as it stands on a day. */
        Duty: {
            answer: {
                /** Format: date-time */
                at: string;
                /** @description By is the actor who wrote it down, At when. */
                by: string;
                /** @enum {string} */
                kind: "nothing" | "paper";
                note: string;
                /**
                 * Format: date
                 * @description On is the day it was given, or the paper came.
                 */
                on: string;
            } | null;
            code: string;
            /**
             * Format: date
             * @description DueOn is the last day in time.
             */
            due_on: string;
            /**
             * Format: date
             * @description FiledOn is when it was fulfilled, or filed before it was returned.
             */
            filed_on: string | null;
            /**
             * Format: int64
             * @description Filing is the id of the filing that counts.
             */
            filing: number | null;
            /**
             * Format: date
             * @description From and To, half-open, are the days it is about; a null To is open.
             */
            from: string;
            fulfilled_by: string;
            /**
             * Format: int64
             * @description LateDays is how many days after DueOn it was fulfilled; until today while it is not.
             */
            late_days: number;
            /**
             * Format: int64
             * @description Obligation is its id, Code its code.
             */
            obligation: number;
            /** @description Organization is the code of the one that is obliged. */
            organization: string;
            organization_name: string;
            /** @description Period is the year, or once. */
            period: string;
            recipient: string;
            /** @enum {string} */
            state: "not_due" | "due" | "late" | "filed" | "returned" | "accepted";
            title: components["schemas"]["Text"];
            /** Format: date */
            to: string | null;
        };
        /** @description dutyBoard is how every organization stands. */
        DutyBoard: {
            items: components["schemas"]["Completeness"][];
        };
        /** @description dutyList is duties by the day they are due. */
        DutyList: {
            items: components["schemas"]["Duty"][];
        };
        /** @description editOrder mends cells. */
        EditOrder: {
            edits: components["schemas"]["CellEdit"][];
        };
        Entry: {
            clause: components["schemas"]["Text"];
            id: string;
            limits?: components["schemas"]["LimitEntry"][];
            nouns?: string[];
            reading: boolean;
            /** @enum {string} */
            tier: "syntax" | "validity" | "quality" | "macro";
            title: components["schemas"]["Text"];
        };
        /** @description Fault is one thing wrong with one place of an input. A caller that mends every Fault of an answer gets no further one from the same rules. */
        Fault: {
            /** @description Column is the header as the filer wrote it, or the field's name. */
            column?: string;
            mend: components["schemas"]["Text"];
            message: components["schemas"]["Text"];
            /** @description Pointer is the RFC 6901 JSON pointer into a request body. */
            pointer?: string;
            /**
             * Format: int64
             * @description Row is the 1-based line of a CSV file (the header is line 1) or the 1-based number of a GeoJSON feature; 0 when the input is one record.
             */
            row?: number;
            /** @description Rule is the stable id of the rule broken, such as "coordinate.range". */
            rule: string;
            /** @enum {string} */
            severity: "error" | "warning";
            /** @description Value is what stood there, cut to 120 characters. */
            value?: string;
        };
        /** @description Feedback is a report and what became of it, as staff see it (phiếu phản ánh). */
        Feedback: {
            address: string | null;
            /** @description Agency is the code of the organization it is given to, ToCommune that it is given to the staff of the commune; null and false for nobody yet. */
            agency: string | null;
            agency_name: string | null;
            /** @description Answer is for everybody who has the code, Note for staff. */
            answer: string | null;
            /** Format: date-time */
            closed_at: string | null;
            /** @description Code is the reporter's key to how it stands; nobody can guess it. */
            code: string;
            commune: string | null;
            commune_code: string | null;
            /** @description Contact is null when none was given, or it is not the reader's to know. */
            contact: {
                name: string;
                phone: string;
            } | null;
            /** Format: date-time */
            created_at: string;
            description: string;
            /**
             * Format: date
             * @description DueOn is the last day in time.
             */
            due_on: string;
            geometry: components["schemas"]["Geometry"];
            /** Format: int64 */
            id: number;
            kind: string;
            note: string | null;
            overdue: boolean;
            photos: components["schemas"]["FeedbackPhoto"][];
            /** @enum {string} */
            state: "received" | "assigned" | "in_progress" | "resolved" | "rejected";
            to_commune: boolean;
            /** Format: date-time */
            updated_at: string;
            /** Format: int64 */
            version: number;
        };
        /** @description FeedbackChange is an entry of a report's history. */
        FeedbackChange: {
            actor: string;
            after: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            at: string;
            /** @description Before and After are the columns that changed; Before is empty where the report was made. */
            before: {
                [key: string]: unknown;
            };
            op: string;
            reason: string;
        };
        /** @description feedbackLog is what was done about a report, the first first. */
        FeedbackLog: {
            items: components["schemas"]["FeedbackChange"][];
        };
        FeedbackOrder: {
            /** @description Địa điểm bằng lời. / Where it is, in words. */
            address?: string;
            /** @description Họ tên, nếu muốn được hỏi lại; chỉ Sở và nơi xử lý biết. / A name, to be asked again; only the department and whom it is given to know it. */
            contact_name?: string;
            /** @description Số điện thoại, như trên. / A telephone number, likewise. */
            contact_phone?: string;
            /** @description Nội dung. / What is wrong. */
            description: string;
            geometry: components["schemas"]["Point"];
            /** @description Mã trong danh mục feedback_kind. / A code of the list feedback_kind. */
            kind: string;
            /** @description Luôn để trống: bẫy chương trình tự động. / Always empty: a trap for programs. */
            website?: string;
        };
        FeedbackPage: {
            items: components["schemas"]["Feedback"][];
            next: string | null;
        };
        FeedbackPatch: {
            /** @description Mã tổ chức được giao; rỗng là bỏ giao. Chỉ Sở. / The code of the organization it is given to; empty takes it back. The department's. */
            agency?: string;
            /** @description Trả lời công khai; rỗng là chưa có. / The public answer; empty is none. */
            answer?: string;
            /**
             * Format: date
             * @description Hạn xử lý. Chỉ Sở. / The last day. The department's.
             */
            due_on?: string;
            /** @description Ghi chú nội bộ. / A note among staff. */
            note?: string;
            /**
             * @description Trạng thái. / The state.
             * @enum {string}
             */
            state?: "received" | "assigned" | "in_progress" | "resolved" | "rejected";
            /** @description Giao cho cán bộ xã, phường. Chỉ Sở. / Given to the staff of the commune. The department's. */
            to_commune?: boolean;
        };
        /** @description FeedbackPhoto is a picture that somebody sent with a report (ảnh kèm phản ánh). */
        FeedbackPhoto: {
            /** @description File and Thumbnail are where it is read. Staff read it as it was taken, who has the code without what the camera wrote into it. */
            file: string;
            /**
             * Format: int64
             * @description Number is 1 to MaxFeedbackPhotos.
             */
            number: number;
            thumbnail: string;
        };
        /** @description FeedbackReceipt is what a reporter takes away. */
        FeedbackReceipt: {
            /** @description Code opens how the report stands, at /api/v1/feedback/{code}. */
            code: string;
            /** @description Commune is where it lies; null outside the register's communes. */
            commune: string | null;
            /** Format: date */
            due_on: string;
        };
        /** @description FeedbackStatus is how a report stands, for who has its code: nothing of who made it, nor of what staff say to each other. */
        FeedbackStatus: {
            /** @description Agency is the name of who deals with it; null while nobody does. */
            agency: string | null;
            answer: string | null;
            /** Format: date-time */
            closed_at: string | null;
            commune: string | null;
            /** Format: date */
            due_on: string;
            kind: string;
            photos: components["schemas"]["FeedbackPhoto"][];
            /** Format: date-time */
            received_at: string;
            /** @enum {string} */
            state: "received" | "assigned" | "in_progress" | "resolved" | "rejected";
        };
        /**
         * Báo cáo hiện trường / Field reports
         * @description FieldReport (báo cáo công trình chưa đăng ký) says that something stands at a place which the register does not know; it is matched with a site in time.
         */
        FieldReport: {
            /**
             * Sai số vị trí (m) / Position accuracy (m)
             * Format: double
             */
            accuracy_m: number | null;
            /** Địa chỉ / Address */
            address: string | null;
            /**
             * Loại công trình / Asset kind
             * @description Mã trong danh mục asset_kind, xem /api/v1/codes. / A code of the list asset_kind, see /api/v1/codes.
             *     Mặc định site khi thêm. / site in a new record that does not give it.
             *     AssetKind is what it seems to be.
             */
            asset_kind: string;
            /**
             * Mã báo cáo / Code
             * @description Code is the owner's code; (kind, owner, code) is unique. A record filed without one gets PositionCode.
             */
            code: string;
            /**
             * Xã/phường / Commune
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly commune: string | null;
            /**
             * Mã xã / Commune code
             * @description Hệ thống ghi. / Set by the register.
             *     CommuneCode and Commune are where the geometry lies today, resolved on write.
             */
            readonly commune_code: string | null;
            /**
             * Nhận lúc / Received at
             * Format: date-time
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly created_at: string;
            /** Mô tả / Description */
            description: string;
            /** Vị trí / Position */
            geometry: components["schemas"]["Point"];
            /**
             * Số hiệu / Id
             * Format: int64
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly id: number;
            /**
             * Người ghi / Made by
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly made_by: string;
            /** Ghi chú / Note */
            note: string | null;
            /**
             * Lúc nhìn thấy / Seen at
             * Format: date-time
             */
            seen_at: string;
            /**
             * Vị trí khớp / Matched site
             * Format: int64
             * @description Số hiệu (id) của một bản ghi sites. / The id of a record of sites.
             *     Site is the one it turned out to be.
             */
            site: number | null;
            /**
             * Tình trạng / State
             * @description Mã trong danh mục field_report_state, xem /api/v1/codes. / A code of the list field_report_state, see /api/v1/codes.
             *     Mặc định new khi thêm. / new in a new record that does not give it.
             */
            state: string;
            /**
             * Cập nhật lúc / Updated at
             * Format: date-time
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly updated_at: string;
            /**
             * Phiên bản / Version
             * Format: int64
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly version: number;
        };
        /** Bản ghi mới: Báo cáo hiện trường / A new record: Field reports */
        FieldReportCreate: WithRequired<components["schemas"]["FieldReportPatch"], "code" | "seen_at" | "description" | "geometry">;
        /** Một trang: Báo cáo hiện trường / A page: Field reports */
        FieldReportPage: {
            items: components["schemas"]["FieldReport"][];
            /** @description Đường dẫn của trang sau; null ở trang cuối. / The path of the next page; null on the last. */
            next: string | null;
        };
        /**
         * Thay đổi (RFC 7396): Báo cáo hiện trường / Changes (RFC 7396): Field reports
         * @description Trường hệ thống ghi, gửi lại nguyên như đã đọc, được bỏ qua. / A field the register sets is left alone when it is sent back as it was read.
         */
        FieldReportPatch: {
            /**
             * Sai số vị trí (m) / Position accuracy (m)
             * Format: double
             */
            accuracy_m?: number | null;
            /** Địa chỉ / Address */
            address?: string | null;
            /**
             * Loại công trình / Asset kind
             * @description Mã trong danh mục asset_kind, xem /api/v1/codes. / A code of the list asset_kind, see /api/v1/codes.
             *     Mặc định site khi thêm. / site in a new record that does not give it.
             *     AssetKind is what it seems to be.
             */
            asset_kind?: string;
            /**
             * Mã báo cáo / Code
             * @description Code is the owner's code; (kind, owner, code) is unique. A record filed without one gets PositionCode.
             */
            code?: string;
            /** Mô tả / Description */
            description?: string;
            /** Vị trí / Position */
            geometry?: components["schemas"]["Point"];
            /** Ghi chú / Note */
            note?: string | null;
            /**
             * Lúc nhìn thấy / Seen at
             * Format: date-time
             */
            seen_at?: string;
            /**
             * Vị trí khớp / Matched site
             * Format: int64
             * @description Số hiệu (id) của một bản ghi sites. / The id of a record of sites.
             *     Site is the one it turned out to be.
             */
            site?: number | null;
            /**
             * Tình trạng / State
             * @description Mã trong danh mục field_report_state, xem /api/v1/codes. / A code of the list field_report_state, see /api/v1/codes.
             *     Mặc định new khi thêm. / new in a new record that does not give it.
             */
            state?: string;
        };
        /** @description Filing is one organization's hand-in of rows of one noun (hồ sơ nộp dữ liệu). */
        Filing: {
            /** Format: date-time */
            checked_at?: string;
            choices: components["schemas"]["FilingChoices"];
            counts?: components["schemas"]["FilingCounts"];
            /** Format: date-time */
            created_at: string;
            created_by: string;
            /**
             * Format: date
             * @description Day is what the filing speaks of: the register as it was on that day.
             */
            day: string;
            /** Format: date-time */
            decided_at?: string;
            decided_by?: string;
            /** @description Decision is the department's reason, of the filing as a whole. */
            decision?: string;
            /** @description Faults say why the file cannot be read. */
            faults?: components["schemas"]["Fault"][];
            /** Format: int64 */
            file_bytes: number;
            /** @description FileName, FileBytes and FileSHA256 (lower-case hexadecimal) are the file's. */
            file_name: string;
            file_sha256?: string;
            /** @description Found is how the file was read: its format, encoding, columns. */
            found?: {
                [key: string]: unknown;
            };
            /** Format: int64 */
            id: number;
            noun: string;
            /** @description Organization is the code of whose filing it is; "" is the department's own. */
            organization: string;
            progress?: components["schemas"]["FilingProgress"];
            /**
             * Format: int64
             * @description Received is how much of the file is here, in bytes.
             */
            received: number;
            /**
             * Format: int64
             * @description Revision counts the files uploaded to it, from 1.
             */
            revision: number;
            /** Format: int64 */
            rule_version?: number;
            /** Format: date-time */
            signed_at?: string;
            signed_by?: string;
            /** @enum {string} */
            state: "uploading" | "queued" | "checking" | "unread" | "blocked" | "to_verify" | "ready" | "signed" | "applying" | "accepted" | "partly" | "returned" | "withdrawn";
            /** Format: int64 */
            version: number;
        };
        /** @description filingChanges are what a filer changes of a filing; what is not given stays. */
        FilingChanges: {
            choices: {
                /** @description CleanOnly lets it be signed though rows are refused: they are left out. */
                clean_only?: boolean;
                /** @description Columns maps a field or position target to the column it is read from. */
                columns?: {
                    [key: string]: string;
                };
                /** @description Constants gives fields the file has no column for; the filer's organization is the owner or operator without being named. */
                constants?: {
                    [key: string]: string;
                };
                delimiter?: string;
                encoding?: string;
                /** Format: int64 */
                header_row?: number;
                layer?: string;
                /** @description Missing says what becomes of the filer's records that the file leaves out: "keep" (the default) or "remove". */
                missing?: string;
                reading?: components["schemas"]["FilingReading"];
            } | null;
            /** Format: date */
            day: string | null;
        };
        /** @description FilingChoices are what the filer says of a file (lựa chọn của người nộp). */
        FilingChoices: {
            /** @description CleanOnly lets it be signed though rows are refused: they are left out. */
            clean_only?: boolean;
            /** @description Columns maps a field or position target to the column it is read from. */
            columns?: {
                [key: string]: string;
            };
            /** @description Constants gives fields the file has no column for; the filer's organization is the owner or operator without being named. */
            constants?: {
                [key: string]: string;
            };
            delimiter?: string;
            encoding?: string;
            /** Format: int64 */
            header_row?: number;
            layer?: string;
            /** @description Missing says what becomes of the filer's records that the file leaves out: "keep" (the default) or "remove". */
            missing?: string;
            reading?: components["schemas"]["FilingReading"];
        };
        /** @description FilingCounts are what a check found (kết quả kiểm tra). */
        FilingCounts: {
            /** Format: int64 */
            changed: number;
            /**
             * Format: int64
             * @description Errors and Warnings count findings; Verified those of Warnings that the filer has verified.
             */
            errors: number;
            /**
             * Format: int64
             * @description Missing are the filer's records in the register that the file leaves out.
             */
            missing: number;
            /** Format: int64 */
            new: number;
            /** Format: int64 */
            refused: number;
            /** Format: int64 */
            rows: number;
            /** Format: int64 */
            same: number;
            /** Format: int64 */
            verified: number;
            /** Format: int64 */
            warnings: number;
        };
        /** @description filingOrder begins a filing, or names another file for one. */
        FilingOrder: {
            choices?: components["schemas"]["FilingChoices"];
            /**
             * Format: date
             * @description Day is what the filing speaks of; today unless it is given.
             */
            day?: string;
            /**
             * Format: int64
             * @description FileBytes is its size.
             */
            file_bytes: number;
            /** @description FileName is the file's, without a folder. */
            file_name: string;
            /** @description FileSHA256 is in lower-case hexadecimal; the same file twice is then the same filing. */
            file_sha256?: string;
            /** @description Noun is whose rows the file holds, as in paths: poles. */
            noun?: string;
        };
        FilingPage: {
            items: components["schemas"]["Filing"][];
            next: string | null;
        };
        /** @description FilingProgress is how far a job has come (tiến độ). */
        FilingProgress: {
            /** Format: date-time */
            at: string;
            /** Format: int64 */
            rows: number;
            /** @description Stage is "read", "check" or "apply". */
            stage: string;
            /**
             * Format: int64
             * @description Total is 0 while it is not known.
             */
            total?: number;
        };
        /** @description FilingReading is a way to read every position of a file (cách đọc tọa độ), which a filer confirms once for the column. */
        FilingReading: {
            /**
             * Format: int64
             * @description EPSG is the reference system; 0 leaves what the file says.
             */
            epsg?: number;
            /** @description Negated is "lon", "lat" or "", the coordinate whose sign is missing. */
            negated?: string;
            /** @description Swapped says that the two coordinates stand in each other's column. */
            swapped?: boolean;
        };
        /** @description FilingRow is a row of a filing and what accepting it would do (dòng hồ sơ). */
        FilingRow: {
            /** @enum {string} */
            class: "new" | "changed" | "same" | "refused";
            commune?: string;
            /** @description Data holds its fields by name, references as written; null for a row that could not be read. */
            data: {
                [key: string]: unknown;
            };
            /**
             * Format: int64
             * @description Errors and Warnings count the row's findings; what was verified counts no more.
             */
            errors: number;
            /** @description Geometry is GeoJSON in WGS 84. */
            geometry?: {
                [key: string]: unknown;
            };
            /** @description Key is what the row is known by: its code, or what makes its key. */
            key?: string;
            reason?: string;
            /**
             * Format: int64
             * @description Record is the id of the record it changes.
             */
            record?: number;
            /** @description Returned says that the department does not take the row, Reason why. */
            returned?: boolean;
            /** Format: int64 */
            row: number;
            /** Format: int64 */
            warnings: number;
            /** @description Was holds, of a change, the fields that differ as the register has them. */
            was?: {
                [key: string]: unknown;
            };
        };
        FilingRowPage: {
            items: components["schemas"]["FilingRow"][];
            next: string | null;
        };
        /** @description Finding is one thing found wrong with a filing (phát hiện). */
        Finding: {
            column?: string;
            /** @description Field is the noun's, Column the header as the filer wrote it. */
            field?: string;
            fix?: components["schemas"]["Fix"];
            key?: string;
            mend: components["schemas"]["Text"];
            message: components["schemas"]["Text"];
            /** Format: int64 */
            no: number;
            /**
             * Format: int64
             * @description Row is the line or feature, 0 for the file as a whole; Key is what the row is known by.
             */
            row: number;
            rule: string;
            /** @enum {string} */
            tier: "syntax" | "validity" | "quality" | "macro";
            value?: string;
            verified?: components["schemas"]["Verified"];
        };
        /** @description FindingGroup is one rule broken in one column, however often (nhóm lỗi). */
        FindingGroup: {
            column?: string;
            /** Format: int64 */
            count: number;
            first: components["schemas"]["Finding"];
            rule: string;
            /** @enum {string} */
            tier: "syntax" | "validity" | "quality" | "macro";
            /** Format: int64 */
            verified: number;
        };
        /** @description findingGroups sums up the findings of a filing. */
        FindingGroups: {
            items: components["schemas"]["FindingGroup"][];
        };
        FindingPage: {
            items: components["schemas"]["Finding"][];
            next: string | null;
        };
        Fix: {
            field?: string;
            new?: number[];
            old?: number[];
            reading?: components["schemas"]["FilingReading"];
            value?: string;
        };
        /** @description GeoJSON (RFC 7946), WGS84. */
        Geometry: {
            coordinates: unknown[];
            type: string;
        };
        /** @description Grants is what somebody was given (quyền được cấp): roles, and how far those that are bound reach. The zero Grants is anonymous. A person may hold several roles of one side, for in a small company the filer signs too. All of them are for one organization, so that every entry of the change log names one. The three fields are also the whole state of row security: they are set for a transaction as hatangso.roles, hatangso.organization and hatangso.units. */
        Grants: {
            key?: components["schemas"]["Scope"];
            /** @description Organization is the code of the organization a filer or signer works for. */
            organization?: string;
            roles: ("anonymous" | "filer" | "signer" | "local" | "auditor" | "officer" | "admin")[];
            /** @description Units holds the ids of the units local staff are bound to, at any level. Ids, because codes were used again: a right bound to code 10525 would have moved to another commune on 2025-07-01. */
            units?: number[];
        };
        /** @description gridPosition is a position in metres. */
        GridPosition: {
            /**
             * Format: double
             * @description CentralMeridianDeg is the grid's central meridian (kinh tuyến trục).
             */
            central_meridian_deg: number;
            crs: string;
            name: string;
            /**
             * Format: double
             * @description XM is the northing and YM the easting, as Vietnamese tables have them.
             */
            x_m: number;
            /** Format: double */
            y_m: number;
        };
        /**
         * Kiểm tra / Inspections
         * @description Inspection (kiểm tra) is one visit to a work: what was asked of it by a checklist, what was found, by whom, where and when (domain.md §5.5).
         */
        Inspection: {
            /**
             * Sai số vị trí (m) / Position accuracy (m)
             * Format: double
             * @description AccuracyM is how sure the position is, in metres, as the device said.
             */
            accuracy_m: number | null;
            /**
             * Kết quả từng mục / Answers
             * @description Mã trong danh mục checklist_item, xem /api/v1/codes. / A code of the list checklist_item, see /api/v1/codes.
             */
            answers: components["schemas"]["Answer"][] | null;
            /**
             * Công trình / Asset
             * Format: int64
             */
            asset: number;
            /**
             * Loại công trình / Asset kind
             * @description Mã trong danh mục asset_kind, xem /api/v1/codes. / A code of the list asset_kind, see /api/v1/codes.
             */
            asset_kind: string;
            /**
             * Danh mục kiểm tra / Checklist
             * @description Mã trong danh mục checklist, xem /api/v1/codes. / A code of the list checklist, see /api/v1/codes.
             *     Checklist is the version that was asked; Answers are to its items.
             */
            checklist: string;
            /**
             * Số biên bản / Code
             * @description Code is its own number, made where it is written, online or not: the same visit sent twice is one record.
             */
            code: string;
            /**
             * Nhận lúc / Received at
             * Format: date-time
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly created_at: string;
            /**
             * Cách công trình (m) / Distance from the work (m)
             * Format: double
             * @description Hệ thống ghi. / Set by the register.
             *     DistanceM is from where the inspector stood to the work, in metres.
             */
            readonly distance_m: number | null;
            /**
             * Vị trí người kiểm tra / Inspector's position
             * @description Geometry is where the inspector stood; it may be unknown.
             */
            geometry: components["schemas"]["NullablePoint"];
            /**
             * Số hiệu / Id
             * Format: int64
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly id: number;
            /**
             * Hình thức kiểm tra / Kind of inspection
             * @description Mã trong danh mục inspection_kind, xem /api/v1/codes. / A code of the list inspection_kind, see /api/v1/codes.
             *     Mặc định ad_hoc khi thêm. / ad_hoc in a new record that does not give it.
             */
            inspection_kind: string;
            /**
             * Lúc kiểm tra / Made at
             * Format: date-time
             * @description MadeAt is by the clock of who was there; CreatedAt is when it was received.
             */
            made_at: string;
            /**
             * Người ghi / Made by
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly made_by: string;
            /**
             * Cột ăng ten / Mast
             * Format: int64
             * @description Số hiệu (id) của một bản ghi masts. / The id of a record of masts.
             */
            mast: number | null;
            /** Ghi chú / Note */
            note: string | null;
            /**
             * Kết quả / Outcome
             * @description Mã trong danh mục inspection_outcome, xem /api/v1/codes. / A code of the list inspection_outcome, see /api/v1/codes.
             */
            outcome: string;
            /**
             * Cập nhật lúc / Updated at
             * Format: date-time
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly updated_at: string;
            /**
             * Phiên bản / Version
             * Format: int64
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly version: number;
        };
        /** Bản ghi mới: Kiểm tra / A new record: Inspections */
        InspectionCreate: WithRequired<components["schemas"]["InspectionPatch"], "code" | "asset_kind" | "asset" | "checklist" | "outcome" | "made_at">;
        /** Một trang: Kiểm tra / A page: Inspections */
        InspectionPage: {
            items: components["schemas"]["Inspection"][];
            /** @description Đường dẫn của trang sau; null ở trang cuối. / The path of the next page; null on the last. */
            next: string | null;
        };
        /**
         * Thay đổi (RFC 7396): Kiểm tra / Changes (RFC 7396): Inspections
         * @description Trường hệ thống ghi, gửi lại nguyên như đã đọc, được bỏ qua. / A field the register sets is left alone when it is sent back as it was read.
         */
        InspectionPatch: {
            /**
             * Sai số vị trí (m) / Position accuracy (m)
             * Format: double
             * @description AccuracyM is how sure the position is, in metres, as the device said.
             */
            accuracy_m?: number | null;
            /**
             * Kết quả từng mục / Answers
             * @description Mã trong danh mục checklist_item, xem /api/v1/codes. / A code of the list checklist_item, see /api/v1/codes.
             */
            answers?: components["schemas"]["Answer"][] | null;
            /**
             * Công trình / Asset
             * Format: int64
             */
            asset?: number;
            /**
             * Loại công trình / Asset kind
             * @description Mã trong danh mục asset_kind, xem /api/v1/codes. / A code of the list asset_kind, see /api/v1/codes.
             */
            asset_kind?: string;
            /**
             * Danh mục kiểm tra / Checklist
             * @description Mã trong danh mục checklist, xem /api/v1/codes. / A code of the list checklist, see /api/v1/codes.
             *     Checklist is the version that was asked; Answers are to its items.
             */
            checklist?: string;
            /**
             * Số biên bản / Code
             * @description Code is its own number, made where it is written, online or not: the same visit sent twice is one record.
             */
            code?: string;
            /**
             * Vị trí người kiểm tra / Inspector's position
             * @description Geometry is where the inspector stood; it may be unknown.
             */
            geometry?: components["schemas"]["NullablePoint"];
            /**
             * Hình thức kiểm tra / Kind of inspection
             * @description Mã trong danh mục inspection_kind, xem /api/v1/codes. / A code of the list inspection_kind, see /api/v1/codes.
             *     Mặc định ad_hoc khi thêm. / ad_hoc in a new record that does not give it.
             */
            inspection_kind?: string;
            /**
             * Lúc kiểm tra / Made at
             * Format: date-time
             * @description MadeAt is by the clock of who was there; CreatedAt is when it was received.
             */
            made_at?: string;
            /**
             * Cột ăng ten / Mast
             * Format: int64
             * @description Số hiệu (id) của một bản ghi masts. / The id of a record of masts.
             */
            mast?: number | null;
            /** Ghi chú / Note */
            note?: string | null;
            /**
             * Kết quả / Outcome
             * @description Mã trong danh mục inspection_outcome, xem /api/v1/codes. / A code of the list inspection_outcome, see /api/v1/codes.
             */
            outcome?: string;
        };
        JoinDucts: {
            /** @description Đoạn còn lại, rồi đoạn nhập vào nó. / The section that stays, then the one that becomes part of it. */
            ids: number[];
        };
        /** @description keyList is the keys the asker manages. */
        KeyList: {
            items: components["schemas"]["APIKey"][];
        };
        KeyOrder: {
            /** @description Khóa dùng để làm gì. / What it is for. */
            description?: string;
            /**
             * Format: date-time
             * @description Khi nào hết hạn; không ghi là không hết. / When it expires; without it it does not.
             */
            expires_at?: string;
            /** @description Để sửa trong QGIS: không có If-Match thì ghi đè bản đang có, giữ cả hai bản và báo cho người bị ghi đè. / For editing in QGIS: without If-Match it writes over what stands, both versions are kept and who is written over is told. */
            last_writer?: boolean;
            /** @description Tên của khóa, nhật ký ghi là key:tên. / The key's name; the log has it as key:name. */
            name: string;
            /** @description Chỉ các loại bản ghi này. / These nouns alone. */
            nouns?: ("organization" | "unit" | "village" | "site" | "mast" | "station" | "pole" | "manhole" | "duct" | "trench" | "cable_route" | "service_point" | "tenancy" | "permit" | "certificate" | "statement" | "inspection" | "violation" | "field_report" | "photo" | "zone" | "street" | "planned_work")[];
            /** @description Mã tổ chức của filer, signer. / The code of the organization of a filer or signer. */
            organization?: string;
            /** @description Chỉ đọc. / It only reads. */
            read_only?: boolean;
            /** @description Vai trò của một chương trình, do quản trị cấp; không ghi là khóa của chính mình. / The roles of a program, which an administrator gives; without them the key is the asker's own. */
            roles?: ("filer" | "signer" | "local" | "auditor" | "officer" | "admin")[];
            /** @description Mã đơn vị hành chính của local. / The codes of the units of local staff. */
            units?: string[];
            /** @description Chỉ trong các đơn vị hành chính mã này. / Within the units of these codes alone. */
            within?: string[];
        };
        LimitEntry: {
            /** Format: double */
            default: number;
            name: string;
            title: components["schemas"]["Text"];
            unit?: string;
        };
        /** @description GeoJSON LineString (RFC 7946). */
        LineString: {
            coordinates: components["schemas"]["Position"][];
            /** @enum {string} */
            type: "LineString";
        };
        /** @description ListCode is one entry of a code list (mục trong danh mục). */
        ListCode: {
            aliases?: string[];
            code: string;
            list: string;
            /** @description Source says where the entry comes from, with domain.md's mark of how sure it is. */
            source?: string;
            title: components["schemas"]["Text"];
        };
        Liveness: {
            status: string;
            version: string;
        };
        /** @description lookupAnswer lists the ways to read what was asked, those in a registered unit first; more than one means that the text does not say which. */
        LookupAnswer: {
            /** Format: date */
            as_of: string;
            readings: components["schemas"]["LookupReading"][];
        };
        LookupReading: {
            /** @description CRS is the system the text was read in. */
            crs: string;
            /** @description Grids are the place in every grid in use at its longitude. */
            grids: components["schemas"]["GridPosition"][];
            /** Format: double */
            lat: number;
            /**
             * Format: double
             * @description Lon and Lat are WGS84 degrees, to 7 decimals.
             */
            lon: number;
            /** @description Nearest are the assets in service within NearestWithinM by kind, the nearest first, NearestAssets at most; a kind without any is left out. */
            nearest: {
                [key: string]: components["schemas"]["NearRecord"][];
            };
            read_as: components["schemas"]["Text"];
            /** @description Restrictions are what the zones and listed streets in force there say: zones first, then streets, the nearest first. */
            restrictions: components["schemas"]["Restriction"][];
            /** @description Units are those it lies in, by level; a level without a unit is left out. */
            units: {
                [key: string]: components["schemas"]["PlaceUnit"];
            };
            /** @description Village is the one with the nearest centre within VillageWithinM. */
            village: {
                code: string;
                /**
                 * Format: double
                 * @description DistanceM is the geodesic distance in metres; of a line its nearest place.
                 */
                distance_m: number;
                /** Format: int64 */
                id: number;
                name: string | null;
            } | null;
        };
        /** @description madeKey is a new key. */
        MadeKey: {
            key: components["schemas"]["APIKey"];
            /** @description Secret is the key itself: this answer alone has it. */
            secret: string;
        };
        /**
         * Bể cáp / Manholes
         * @description Manhole (bể cáp, hố ga, ganivo) joins duct sections.
         */
        Manhole: {
            /** Địa chỉ / Address */
            address: string | null;
            /**
             * Ngày chấp thuận / Approved on
             * Format: date
             */
            approved_on: string | null;
            /**
             * Ngày xây dựng / Built on
             * Format: date
             */
            built_on: string | null;
            /**
             * Mã / Code
             * @description Code is the owner's code; (kind, owner, code) is unique. A record filed without one gets PositionCode.
             */
            code: string | null;
            /**
             * Xã/phường / Commune
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly commune: string | null;
            /**
             * Mã xã / Commune code
             * @description Hệ thống ghi. / Set by the register.
             *     CommuneCode and Commune are where the geometry lies today, resolved on write.
             */
            readonly commune_code: string | null;
            /**
             * Tình trạng / Condition
             * @description Mã trong danh mục pole_condition, xem /api/v1/codes. / A code of the list pole_condition, see /api/v1/codes.
             */
            condition: string | null;
            /**
             * Tạo lúc / Created at
             * Format: date-time
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly created_at: string | null;
            /**
             * Xã/phường khai báo / Declared commune
             * @description DeclaredCommune is the commune as filed: evidence, not the answer.
             */
            declared_commune: string | null;
            /**
             * Độ sâu (m) / Depth (m)
             * Format: double
             */
            depth_m: number | null;
            /**
             * Mức công khai / Disclosure
             * @description Mã trong danh mục disclosure, xem /api/v1/codes. / A code of the list disclosure, see /api/v1/codes.
             *     Mặc định ordinary khi thêm. / ordinary in a new record that does not give it.
             */
            disclosure: string | null;
            /**
             * Điểm truy nhập cáp quang / Fibre access point
             * @description FibreAccess says subscribers can be connected to fibre here (tập điểm, ODB): domain.md §1.4.
             */
            fibre_access: boolean | null;
            /** Hình học / Geometry */
            geometry: components["schemas"]["Point"];
            /**
             * Số hiệu / Id
             * Format: int64
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly id: number;
            /** Tải trọng nắp / Lid load class */
            lid_class: string | null;
            /**
             * Loại bể / Manhole type
             * @description Mã trong danh mục manhole_type, xem /api/v1/codes. / A code of the list manhole_type, see /api/v1/codes.
             */
            manhole_type: string | null;
            /** Tên / Name */
            name: string | null;
            /** Ghi chú / Note */
            note: string | null;
            /**
             * Hoạt động từ / Operating from
             * Format: date
             */
            operating_from: string | null;
            /**
             * Hoạt động đến / Operating to
             * Format: date
             * @description OperatingTo is the first day out of service. An interrupted life keeps its last interval here; earlier ones are in the change log.
             */
            operating_to: string | null;
            /**
             * Chủ sở hữu / Owner
             * @description Mã của một tổ chức. / The code of an organization.
             *     Owner is the code of the owning organization; nil when not known.
             */
            owner: string | null;
            /**
             * Chủ sở hữu có thiết bị / Owner has equipment here
             * @description OwnerPresent says the owner's own equipment or cable is here. Only then does the owner count among those who share (NĐ 72/2012 Điều 2).
             */
            owner_present: boolean | null;
            /**
             * Ngày kế hoạch / Planned on
             * Format: date
             */
            planned_on: string | null;
            /**
             * Mã tỉnh / Province code
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly province: string | null;
            /**
             * Ngày tháo dỡ / Removed on
             * Format: date
             */
            removed_on: string | null;
            /** Tuyến đường / Road */
            road: string | null;
            /** Kích thước / Size */
            size_text: string | null;
            /** Nguồn / Source */
            source: string | null;
            /**
             * Trạng thái / Status
             * @description Mã trong danh mục status, xem /api/v1/codes. / A code of the list status, see /api/v1/codes.
             *     Mặc định operating khi thêm. / operating in a new record that does not give it.
             */
            status: string;
            /**
             * Tọa độ như đã nộp / Coordinates as submitted
             * @description Submitted is the coordinates as they were written.
             */
            submitted: {
                /** @description Axes is "swapped" when the filer wrote them the other way round and a person confirmed it. */
                axes?: string;
                /** @description such as EPSG:9210 */
                crs?: string;
                /** @description survey method, as filed */
                method?: string;
                /** Format: double */
                precision_m?: number;
                /** @description easting or longitude, verbatim */
                x?: string;
                /** @description northing or latitude, verbatim */
                y?: string;
            } | null;
            /**
             * Cập nhật lúc / Updated at
             * Format: date-time
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly updated_at: string | null;
            /**
             * Phiên bản / Version
             * Format: int64
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly version: number;
        };
        /** Bản ghi mới: Bể cáp / A new record: Manholes */
        ManholeCreate: WithRequired<components["schemas"]["ManholePatch"], "code" | "geometry">;
        /** Một trang: Bể cáp / A page: Manholes */
        ManholePage: {
            items: components["schemas"]["Manhole"][];
            /** @description Đường dẫn của trang sau; null ở trang cuối. / The path of the next page; null on the last. */
            next: string | null;
        };
        /**
         * Thay đổi (RFC 7396): Bể cáp / Changes (RFC 7396): Manholes
         * @description Trường hệ thống ghi, gửi lại nguyên như đã đọc, được bỏ qua. / A field the register sets is left alone when it is sent back as it was read.
         */
        ManholePatch: {
            /** Địa chỉ / Address */
            address?: string | null;
            /**
             * Ngày chấp thuận / Approved on
             * Format: date
             */
            approved_on?: string | null;
            /**
             * Ngày xây dựng / Built on
             * Format: date
             */
            built_on?: string | null;
            /**
             * Mã / Code
             * @description Code is the owner's code; (kind, owner, code) is unique. A record filed without one gets PositionCode.
             */
            code?: string;
            /**
             * Tình trạng / Condition
             * @description Mã trong danh mục pole_condition, xem /api/v1/codes. / A code of the list pole_condition, see /api/v1/codes.
             */
            condition?: string | null;
            /**
             * Xã/phường khai báo / Declared commune
             * @description DeclaredCommune is the commune as filed: evidence, not the answer.
             */
            declared_commune?: string | null;
            /**
             * Độ sâu (m) / Depth (m)
             * Format: double
             */
            depth_m?: number | null;
            /**
             * Mức công khai / Disclosure
             * @description Mã trong danh mục disclosure, xem /api/v1/codes. / A code of the list disclosure, see /api/v1/codes.
             *     Mặc định ordinary khi thêm. / ordinary in a new record that does not give it.
             */
            disclosure?: string;
            /**
             * Điểm truy nhập cáp quang / Fibre access point
             * @description FibreAccess says subscribers can be connected to fibre here (tập điểm, ODB): domain.md §1.4.
             */
            fibre_access?: boolean;
            /** Hình học / Geometry */
            geometry?: components["schemas"]["Point"];
            /** Tải trọng nắp / Lid load class */
            lid_class?: string | null;
            /**
             * Loại bể / Manhole type
             * @description Mã trong danh mục manhole_type, xem /api/v1/codes. / A code of the list manhole_type, see /api/v1/codes.
             */
            manhole_type?: string | null;
            /** Tên / Name */
            name?: string | null;
            /** Ghi chú / Note */
            note?: string | null;
            /**
             * Hoạt động từ / Operating from
             * Format: date
             */
            operating_from?: string | null;
            /**
             * Hoạt động đến / Operating to
             * Format: date
             * @description OperatingTo is the first day out of service. An interrupted life keeps its last interval here; earlier ones are in the change log.
             */
            operating_to?: string | null;
            /**
             * Chủ sở hữu / Owner
             * @description Mã của một tổ chức. / The code of an organization.
             *     Owner is the code of the owning organization; nil when not known.
             */
            owner?: string | null;
            /**
             * Chủ sở hữu có thiết bị / Owner has equipment here
             * @description OwnerPresent says the owner's own equipment or cable is here. Only then does the owner count among those who share (NĐ 72/2012 Điều 2).
             */
            owner_present?: boolean | null;
            /**
             * Ngày kế hoạch / Planned on
             * Format: date
             */
            planned_on?: string | null;
            /**
             * Ngày tháo dỡ / Removed on
             * Format: date
             */
            removed_on?: string | null;
            /** Tuyến đường / Road */
            road?: string | null;
            /** Kích thước / Size */
            size_text?: string | null;
            /** Nguồn / Source */
            source?: string | null;
            /**
             * Trạng thái / Status
             * @description Mã trong danh mục status, xem /api/v1/codes. / A code of the list status, see /api/v1/codes.
             *     Mặc định operating khi thêm. / operating in a new record that does not give it.
             */
            status?: string;
            /**
             * Tọa độ như đã nộp / Coordinates as submitted
             * @description Submitted is the coordinates as they were written.
             */
            submitted?: {
                /** @description Axes is "swapped" when the filer wrote them the other way round and a person confirmed it. */
                axes?: string;
                /** @description such as EPSG:9210 */
                crs?: string;
                /** @description survey method, as filed */
                method?: string;
                /** Format: double */
                precision_m?: number;
                /** @description easting or longitude, verbatim */
                x?: string;
                /** @description northing or latitude, verbatim */
                y?: string;
            } | null;
        };
        /**
         * Cột ăng ten / Masts
         * @description Mast (cột ăng ten) stands on a Site. Its class (A1a, A1b, A2a, A2b; TT 14/2013, TTLT 15/2016 Điều 3) is a code list because provinces name more.
         */
        Mast: {
            /**
             * Loại cột ăng ten / Mast class
             * @description Mã trong danh mục mast_class, xem /api/v1/codes. / A code of the list mast_class, see /api/v1/codes.
             */
            class: string | null;
            /**
             * Mã cột / Code
             * @description Code is the owner's code; (kind, owner, code) is unique. A record filed without one gets PositionCode.
             */
            code: string | null;
            /**
             * Tải trọng thiết kế (kg) / Design load (kg)
             * Format: double
             */
            design_load_kg: number | null;
            /** Móng / Foundation */
            foundation: string | null;
            /**
             * Vị trí / Position
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly geometry: components["schemas"]["Point"];
            /**
             * Chiều cao cột (m) / Mast height (m)
             * Format: double
             * @description HeightM is of the mast itself with antennas, without the lightning rod.
             */
            height_m: number | null;
            /**
             * Số hiệu / Id
             * Format: int64
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly id: number;
            /**
             * Kiểm tra kết cấu gần nhất / Last structural inspection
             * Format: date
             */
            inspected_on: string | null;
            /** Có đèn báo không / Aviation lighting */
            lighted: boolean | null;
            /** Ghi chú / Note */
            note: string | null;
            /**
             * Sử dụng từ / In use from
             * Format: date
             */
            operating_from: string | null;
            /**
             * Sử dụng đến / In use to
             * Format: date
             * @description OperatingTo is the first day out of service. An interrupted life keeps its last interval here; earlier ones are in the change log.
             */
            operating_to: string | null;
            /**
             * Số sàn, giá / Platforms
             * Format: int64
             */
            platforms: number | null;
            /**
             * Vị trí / Site
             * Format: int64
             * @description Số hiệu (id) của một bản ghi sites. / The id of a record of sites.
             */
            site: number | null;
            /**
             * Mã vị trí / Site code
             * @description Hệ thống ghi. / Set by the register.
             *     SiteCode and Geometry are the site's.
             */
            readonly site_code: string | null;
            /**
             * Kết cấu / Structure
             * @description Mã trong danh mục mast_structure, xem /api/v1/codes. / A code of the list mast_structure, see /api/v1/codes.
             */
            structure: string | null;
            /**
             * Phiên bản / Version
             * Format: int64
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly version: number;
            /**
             * Bề ngang từ tâm (m) / Half width (m)
             * Format: double
             * @description WidthM is from the centre to the outermost part: the A1a test.
             */
            width_m: number | null;
            /** Vùng gió / Wind zone */
            wind_zone: string | null;
            /**
             * Năm xây dựng / Year built
             * Format: int64
             */
            year_built: number | null;
        };
        /** Bản ghi mới: Cột ăng ten / A new record: Masts */
        MastCreate: WithRequired<components["schemas"]["MastPatch"], "site" | "code">;
        /** Một trang: Cột ăng ten / A page: Masts */
        MastPage: {
            items: components["schemas"]["Mast"][];
            /** @description Đường dẫn của trang sau; null ở trang cuối. / The path of the next page; null on the last. */
            next: string | null;
        };
        /**
         * Thay đổi (RFC 7396): Cột ăng ten / Changes (RFC 7396): Masts
         * @description Trường hệ thống ghi, gửi lại nguyên như đã đọc, được bỏ qua. / A field the register sets is left alone when it is sent back as it was read.
         */
        MastPatch: {
            /**
             * Loại cột ăng ten / Mast class
             * @description Mã trong danh mục mast_class, xem /api/v1/codes. / A code of the list mast_class, see /api/v1/codes.
             */
            class?: string | null;
            /**
             * Mã cột / Code
             * @description Code is the owner's code; (kind, owner, code) is unique. A record filed without one gets PositionCode.
             */
            code?: string;
            /**
             * Tải trọng thiết kế (kg) / Design load (kg)
             * Format: double
             */
            design_load_kg?: number | null;
            /** Móng / Foundation */
            foundation?: string | null;
            /**
             * Chiều cao cột (m) / Mast height (m)
             * Format: double
             * @description HeightM is of the mast itself with antennas, without the lightning rod.
             */
            height_m?: number | null;
            /**
             * Kiểm tra kết cấu gần nhất / Last structural inspection
             * Format: date
             */
            inspected_on?: string | null;
            /** Có đèn báo không / Aviation lighting */
            lighted?: boolean | null;
            /** Ghi chú / Note */
            note?: string | null;
            /**
             * Sử dụng từ / In use from
             * Format: date
             */
            operating_from?: string | null;
            /**
             * Sử dụng đến / In use to
             * Format: date
             * @description OperatingTo is the first day out of service. An interrupted life keeps its last interval here; earlier ones are in the change log.
             */
            operating_to?: string | null;
            /**
             * Số sàn, giá / Platforms
             * Format: int64
             */
            platforms?: number | null;
            /**
             * Vị trí / Site
             * Format: int64
             * @description Số hiệu (id) của một bản ghi sites. / The id of a record of sites.
             */
            site?: number;
            /**
             * Kết cấu / Structure
             * @description Mã trong danh mục mast_structure, xem /api/v1/codes. / A code of the list mast_structure, see /api/v1/codes.
             */
            structure?: string | null;
            /**
             * Bề ngang từ tâm (m) / Half width (m)
             * Format: double
             * @description WidthM is from the centre to the outermost part: the A1a test.
             */
            width_m?: number | null;
            /** Vùng gió / Wind zone */
            wind_zone?: string | null;
            /**
             * Năm xây dựng / Year built
             * Format: int64
             */
            year_built?: number | null;
        };
        /** @description MissingRecord is a record of the filer that the file leaves out. */
        MissingRecord: {
            code: string;
            /** Format: int64 */
            record: number;
        };
        MissingRecordPage: {
            items: components["schemas"]["MissingRecord"][];
            next: string | null;
        };
        MoveAnswer: {
            mast: components["schemas"]["Mast"];
            stations: components["schemas"]["Station"][];
        };
        MoveMast: {
            /**
             * Format: date
             * @description Ngày chuyển: trước ngày này số liệu giữ nguyên. Không ghi là sửa vị trí ghi sai từ đầu. / The day it was moved: numbers before it stay. Without one the record was wrong from the start.
             */
            on?: string;
            /**
             * Format: int64
             * @description Số hiệu vị trí mới. / The id of the new site.
             */
            site: number;
        };
        /** @description GeoJSON MultiPolygon (RFC 7946). */
        MultiPolygon: {
            coordinates: components["schemas"]["Position"][][][];
            /** @enum {string} */
            type: "MultiPolygon";
        };
        /** @description NearRecord is a record near a position. */
        NearRecord: {
            code: string;
            /**
             * Format: double
             * @description DistanceM is the geodesic distance in metres; of a line its nearest place.
             */
            distance_m: number;
            /** Format: int64 */
            id: number;
            name: string | null;
        };
        /** @description NearSite is another site near one (vị trí lân cận): a mast that might be shared. */
        NearSite: {
            code: string | null;
            /**
             * Format: double
             * @description DistanceM is the geodesic distance in metres, to the decimetre.
             */
            distance_m: number;
            /** Format: int64 */
            free_slots: number | null;
            /** Format: int64 */
            id: number;
            name: string | null;
            /** @description Owner is the code of its owner. */
            owner: string | null;
            /** @description Verdict is that of today, null for who may not know. */
            verdict: string | null;
        };
        /** @description Nearest is the asset nearest to a village. */
        Nearest: {
            /** Format: int64 */
            asset: number;
            asset_code: string;
            code: string;
            commune: string;
            commune_code: string;
            /**
             * Format: double
             * @description DistanceM is geodesic, in metres; nil when the village has no centre or there is no such asset.
             */
            distance_m: number | null;
            name: string;
            /** Format: int64 */
            village: number;
        };
        /** @description Answers that list what is behind a number, with the question as it was read. */
        NearestAssets: {
            /** Format: date */
            as_of: string;
            items: components["schemas"]["Nearest"][];
            /** @enum {string} */
            to: "site" | "pole" | "duct" | "manhole" | "trench" | "cable_route" | "service_point";
        };
        NothingToReport: {
            /** @description Ghi chú. / A note. */
            note?: string;
            /**
             * Format: int64
             * @description Số hiệu của nghĩa vụ. / The obligation's id.
             */
            obligation: number;
            /** @description Mã tổ chức phải nộp. / The code of the one that is obliged. */
            organization: string;
            /** @description Kỳ: năm, hoặc once. / The period: a year, or once. */
            period: string;
        };
        /** @description Notice is what somebody is told (thông báo): of a duty, or that something of theirs was written over. */
        Notice: {
            /** Format: date-time */
            at: string;
            /**
             * Format: date
             * @description DueOn is the last day in time.
             */
            due_on: string | null;
            /** Format: int64 */
            id: number;
            /** @enum {string} */
            kind: "requested" | "reminder" | "late" | "overwritten";
            /**
             * Format: int64
             * @description Obligation is its id, Organization the code of the one that is obliged; null, as what else a duty has, where it is of none.
             */
            obligation: number | null;
            organization: string | null;
            /** @description Overwritten says what was written over; null of a duty. */
            overwritten: {
                /** @description By is who wrote over it, and Seq the entry of the change log that has both versions. */
                by: string;
                code: string;
                /** @description Fields are those that say something else now. */
                fields: string[];
                /** Format: int64 */
                id: number;
                /** @description Noun is the plural of the record, ID its number, Code what it is called. */
                noun: string;
                /** Format: int64 */
                seq: number;
            } | null;
            period: string | null;
            /**
             * Format: date-time
             * @description ReadAt is when it was marked as read; null while it is not.
             */
            read_at: string | null;
            recipient: string | null;
            title: components["schemas"]["Text"];
        };
        NoticePage: {
            items: components["schemas"]["Notice"][];
            next: string | null;
        };
        /** @description GeoJSON LineString (RFC 7946). */
        NullableLineString: {
            coordinates: components["schemas"]["Position"][];
            /** @enum {string} */
            type: "LineString";
        } | null;
        /** @description GeoJSON MultiPolygon (RFC 7946). */
        NullableMultiPolygon: {
            coordinates: components["schemas"]["Position"][][][];
            /** @enum {string} */
            type: "MultiPolygon";
        } | null;
        /** @description GeoJSON Point (RFC 7946). */
        NullablePoint: {
            coordinates: components["schemas"]["Position"];
            /** @enum {string} */
            type: "Point";
        } | null;
        /** @description Obligation is who reports what to whom by when (nghĩa vụ báo cáo), as a plan or the department's request has it. */
        Obligation: {
            /** @description Active obligations oblige; the shipped ones wait for the department. */
            active: boolean;
            /** @description Basis is the document that obliges, and where in it. */
            basis: string;
            /** @description Before says that the document says "before" the day (trước ngày): what comes on the day itself is late. The last day in time is then the one before. */
            before: boolean;
            /** @description Code names it for people and commands, and never changes. */
            code: string;
            /**
             * Format: date
             * @description Date is the day a request names.
             */
            date: string | null;
            /** Format: int64 */
            day: number;
            /** @description FulfilledBy is the noun (as in paths: poles) whose filings fulfil it, any for filings of every noun, or paper for none. */
            fulfilled_by: string;
            /** Format: int64 */
            id: number;
            /** @description Kinds are codes of the list organization_kind. */
            kinds: string[];
            /** @description Mark says how the basis is known: SEED and the plan, SEEN, RECALLED, INFERRED; empty for the department's own. */
            mark: string;
            /**
             * Format: int64
             * @description Month and Day are the day a yearly obligation names, 0 where its document names none.
             */
            month: number;
            /**
             * Format: int64
             * @description OpensDays is how many days before its last day in time it begins to be due.
             */
            opens_days: number;
            /** @description Organization is the code of the one that is obliged; empty for all of Kinds. */
            organization: string;
            /** @description Recipient is whom it goes to. */
            recipient: string;
            /** @enum {string} */
            recurrence: "yearly" | "once";
            /** @description Remind are the days before the last day in time on which reminders go out; a negative number is after it. */
            remind: number[];
            /** @description Shipped says that it came with the program. */
            shipped: boolean;
            title: components["schemas"]["Text"];
            /**
             * Format: date
             * @description ValidFrom and ValidTo, half-open, are between which days it may fall due.
             */
            valid_from: string | null;
            /** Format: date */
            valid_to: string | null;
            /** Format: int64 */
            version: number;
        };
        ObligationOrder: {
            /** @description Đang bật: chỉ khi đó mới có ai phải nộp. / Switched on: only then is anybody obliged. */
            active?: boolean;
            /** @description Văn bản làm căn cứ. / The document that obliges. */
            basis: string;
            /**
             * @description Văn bản ghi "trước ngày": nộp đúng ngày ấy là muộn. / The document says "before" the day: on the day itself it is late.
             * @default false
             */
            before: boolean;
            /** @description Mã, không đổi được. / The code, which never changes. */
            code: string;
            /** @description Hạn của một yêu cầu; rỗng là chưa định. / When a request is due; empty is not said yet. */
            date?: string;
            /**
             * Format: int64
             * @description Ngày của hạn hằng năm; 0 là chưa định. / The day it is due every year; 0 is not said yet.
             */
            day?: number;
            /**
             * @description Hồ sơ loại nào là hoàn thành; any là hồ sơ bất kỳ, paper là báo cáo giấy. / Whose filings fulfil it; any is every filing, paper none.
             * @default any
             * @enum {string}
             */
            fulfilled_by: "any" | "paper" | "organizations" | "units" | "villages" | "sites" | "masts" | "stations" | "poles" | "manholes" | "ducts" | "trenches" | "cables" | "service-points" | "tenancies" | "permits" | "certificates" | "statements" | "inspections" | "violations" | "field-reports" | "photos" | "zones" | "streets" | "planned-works";
            /** @description Các loại tổ chức phải nộp. / The kinds of organizations that are obliged. */
            kinds?: string[];
            /** @description Căn cứ biết từ đâu: SEED, SEEN, RECALLED, INFERRED. / How the basis is known: SEED, SEEN, RECALLED or INFERRED. */
            mark?: string;
            /**
             * Format: int64
             * @description Tháng của hạn hằng năm; 0 là chưa định. / The month it is due every year; 0 is not said yet.
             */
            month?: number;
            /**
             * Format: int64
             * @description Đến kỳ trước hạn bao nhiêu ngày. / How many days before it begins to be due.
             * @default 30
             */
            opens_days: number;
            /** @description Mã tổ chức phải nộp; rỗng là mọi tổ chức thuộc kinds. / The code of the one that is obliged; empty for all of kinds. */
            organization?: string;
            /** @description Nơi nhận. / Whom it goes to. */
            recipient: string;
            /**
             * @description Chu kỳ. / How often.
             * @enum {string}
             */
            recurrence: "yearly" | "once";
            /** @description Nhắc trước hạn bao nhiêu ngày; số âm là sau hạn. / How many days before it reminders go out; a negative number is after it. */
            remind?: number[];
            /** @description Tên báo cáo. / What is reported. */
            title: {
                /** @description Tiếng Anh. / In English. */
                en: string;
                /** @description Tiếng Việt. / In Vietnamese. */
                vi: string;
            };
            /** @description Có hiệu lực từ; rỗng là từ khi bật. / In force from; empty is from when it is switched on. */
            valid_from?: string;
            /** @description Hết hiệu lực từ; rỗng là không định. / No longer in force from; empty is not said. */
            valid_to?: string;
        };
        ObligationPage: {
            items: components["schemas"]["Obligation"][];
            next: string | null;
        };
        ObligationPatch: {
            /** @description Đang bật: chỉ khi đó mới có ai phải nộp. / Switched on: only then is anybody obliged. */
            active?: boolean;
            /** @description Văn bản làm căn cứ. / The document that obliges. */
            basis?: string;
            /**
             * @description Văn bản ghi "trước ngày": nộp đúng ngày ấy là muộn. / The document says "before" the day: on the day itself it is late.
             * @default false
             */
            before: boolean;
            /** @description Hạn của một yêu cầu; rỗng là chưa định. / When a request is due; empty is not said yet. */
            date?: string;
            /**
             * Format: int64
             * @description Ngày của hạn hằng năm; 0 là chưa định. / The day it is due every year; 0 is not said yet.
             */
            day?: number;
            /**
             * @description Hồ sơ loại nào là hoàn thành; any là hồ sơ bất kỳ, paper là báo cáo giấy. / Whose filings fulfil it; any is every filing, paper none.
             * @default any
             * @enum {string}
             */
            fulfilled_by: "any" | "paper" | "organizations" | "units" | "villages" | "sites" | "masts" | "stations" | "poles" | "manholes" | "ducts" | "trenches" | "cables" | "service-points" | "tenancies" | "permits" | "certificates" | "statements" | "inspections" | "violations" | "field-reports" | "photos" | "zones" | "streets" | "planned-works";
            /** @description Các loại tổ chức phải nộp. / The kinds of organizations that are obliged. */
            kinds?: string[];
            /** @description Căn cứ biết từ đâu: SEED, SEEN, RECALLED, INFERRED. / How the basis is known: SEED, SEEN, RECALLED or INFERRED. */
            mark?: string;
            /**
             * Format: int64
             * @description Tháng của hạn hằng năm; 0 là chưa định. / The month it is due every year; 0 is not said yet.
             */
            month?: number;
            /**
             * Format: int64
             * @description Đến kỳ trước hạn bao nhiêu ngày. / How many days before it begins to be due.
             * @default 30
             */
            opens_days: number;
            /** @description Mã tổ chức phải nộp; rỗng là mọi tổ chức thuộc kinds. / The code of the one that is obliged; empty for all of kinds. */
            organization?: string;
            /** @description Nơi nhận. / Whom it goes to. */
            recipient?: string;
            /**
             * @description Chu kỳ. / How often.
             * @enum {string}
             */
            recurrence?: "yearly" | "once";
            /** @description Nhắc trước hạn bao nhiêu ngày; số âm là sau hạn. / How many days before it reminders go out; a negative number is after it. */
            remind?: number[];
            /** @description Tên báo cáo. / What is reported. */
            title?: {
                /** @description Tiếng Anh. / In English. */
                en: string;
                /** @description Tiếng Việt. / In Vietnamese. */
                vi: string;
            };
            /** @description Có hiệu lực từ; rỗng là từ khi bật. / In force from; empty is from when it is switched on. */
            valid_from?: string;
            /** @description Hết hiệu lực từ; rỗng là không định. / No longer in force from; empty is not said. */
            valid_to?: string;
        };
        /**
         * Tổ chức / Organizations
         * @description Organization (tổ chức, doanh nghiệp) owns, rents, decides or builds.
         */
        Organization: {
            /**
             * Mã / Code
             * @description Code is the owner's code; (kind, owner, code) is unique. A record filed without one gets PositionCode.
             */
            code: string;
            /** Liên hệ / Contact */
            contact: string | null;
            /**
             * Số hiệu / Id
             * Format: int64
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly id: number;
            /**
             * Loại / Kind
             * @description Mã trong danh mục organization_kind, xem /api/v1/codes. / A code of the list organization_kind, see /api/v1/codes.
             *     Mặc định operator khi thêm. / operator in a new record that does not give it.
             *     Kind is operator, tower_company, power_company, authority or other. Only an operator that is no MVNO is a telecom tenant.
             */
            kind: string;
            /**
             * Nhóm pháp nhân / Legal group
             * @description LegalGroup joins the companies of one enterprise (VNPT, VinaPhone, VNPT Net): they count once.
             */
            legal_group: string | null;
            /**
             * Mạng ảo (MVNO) / MVNO
             * @description MVNO marks a mobile operator without equipment of its own.
             */
            mvno: boolean;
            /** Tên / Name */
            name: string;
            /** Ghi chú / Note */
            note: string | null;
            /**
             * Phiên bản / Version
             * Format: int64
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly version: number;
        };
        /** Bản ghi mới: Tổ chức / A new record: Organizations */
        OrganizationCreate: WithRequired<components["schemas"]["OrganizationPatch"], "code" | "name">;
        /** Một trang: Tổ chức / A page: Organizations */
        OrganizationPage: {
            items: components["schemas"]["Organization"][];
            /** @description Đường dẫn của trang sau; null ở trang cuối. / The path of the next page; null on the last. */
            next: string | null;
        };
        /**
         * Thay đổi (RFC 7396): Tổ chức / Changes (RFC 7396): Organizations
         * @description Trường hệ thống ghi, gửi lại nguyên như đã đọc, được bỏ qua. / A field the register sets is left alone when it is sent back as it was read.
         */
        OrganizationPatch: {
            /**
             * Mã / Code
             * @description Code is the owner's code; (kind, owner, code) is unique. A record filed without one gets PositionCode.
             */
            code?: string;
            /** Liên hệ / Contact */
            contact?: string | null;
            /**
             * Loại / Kind
             * @description Mã trong danh mục organization_kind, xem /api/v1/codes. / A code of the list organization_kind, see /api/v1/codes.
             *     Mặc định operator khi thêm. / operator in a new record that does not give it.
             *     Kind is operator, tower_company, power_company, authority or other. Only an operator that is no MVNO is a telecom tenant.
             */
            kind?: string;
            /**
             * Nhóm pháp nhân / Legal group
             * @description LegalGroup joins the companies of one enterprise (VNPT, VinaPhone, VNPT Net): they count once.
             */
            legal_group?: string | null;
            /**
             * Mạng ảo (MVNO) / MVNO
             * @description MVNO marks a mobile operator without equipment of its own.
             */
            mvno?: boolean;
            /** Tên / Name */
            name?: string;
            /** Ghi chú / Note */
            note?: string | null;
        };
        PasswordChange: {
            /**
             * Format: password
             * @description Mật khẩu hiện tại, khi đã đăng nhập. / The present password, when signed in.
             */
            old_password?: string;
            /**
             * Format: password
             * @description Mật khẩu mới; một câu dài dễ nhớ là tốt nhất. / The new password; a long sentence you remember is best.
             */
            password: string;
            /** @description Mã của liên kết đặt mật khẩu, dùng một lần; thay cho old_password. / The token of a link to set a password, good once; instead of old_password. */
            token?: string;
        };
        /**
         * Giấy phép / Permits
         * @description Permit (giấy phép, căn cứ miễn phép) is the ground on which an asset was built: a construction permit or one of the exemptions (domain.md §5.3).
         */
        Permit: {
            /**
             * Công trình / Asset
             * Format: int64
             */
            asset: number;
            /**
             * Loại công trình / Asset kind
             * @description Mã trong danh mục asset_kind, xem /api/v1/codes. / A code of the list asset_kind, see /api/v1/codes.
             */
            asset_kind: string;
            /** Cơ quan cấp / Authority */
            authority: string | null;
            /**
             * Căn cứ / Basis
             * @description Mã trong danh mục permit_basis, xem /api/v1/codes. / A code of the list permit_basis, see /api/v1/codes.
             */
            basis: string;
            /**
             * Chiều cao được phép (m) / Permitted height (m)
             * Format: double
             */
            height_m: number | null;
            /**
             * Số hiệu / Id
             * Format: int64
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly id: number;
            /**
             * Ngày cấp / Issued on
             * Format: date
             */
            issued_on: string | null;
            /** Ghi chú / Note */
            note: string | null;
            /** Số giấy phép / Number */
            number: string | null;
            /**
             * Hiệu lực đến / Valid until
             * Format: date
             */
            valid_until: string | null;
            /**
             * Phiên bản / Version
             * Format: int64
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly version: number;
        };
        /** Bản ghi mới: Giấy phép / A new record: Permits */
        PermitCreate: WithRequired<components["schemas"]["PermitPatch"], "asset_kind" | "asset" | "basis">;
        /** Một trang: Giấy phép / A page: Permits */
        PermitPage: {
            items: components["schemas"]["Permit"][];
            /** @description Đường dẫn của trang sau; null ở trang cuối. / The path of the next page; null on the last. */
            next: string | null;
        };
        /**
         * Thay đổi (RFC 7396): Giấy phép / Changes (RFC 7396): Permits
         * @description Trường hệ thống ghi, gửi lại nguyên như đã đọc, được bỏ qua. / A field the register sets is left alone when it is sent back as it was read.
         */
        PermitPatch: {
            /**
             * Công trình / Asset
             * Format: int64
             */
            asset?: number;
            /**
             * Loại công trình / Asset kind
             * @description Mã trong danh mục asset_kind, xem /api/v1/codes. / A code of the list asset_kind, see /api/v1/codes.
             */
            asset_kind?: string;
            /** Cơ quan cấp / Authority */
            authority?: string | null;
            /**
             * Căn cứ / Basis
             * @description Mã trong danh mục permit_basis, xem /api/v1/codes. / A code of the list permit_basis, see /api/v1/codes.
             */
            basis?: string;
            /**
             * Chiều cao được phép (m) / Permitted height (m)
             * Format: double
             */
            height_m?: number | null;
            /**
             * Ngày cấp / Issued on
             * Format: date
             */
            issued_on?: string | null;
            /** Ghi chú / Note */
            note?: string | null;
            /** Số giấy phép / Number */
            number?: string | null;
            /**
             * Hiệu lực đến / Valid until
             * Format: date
             */
            valid_until?: string | null;
        };
        /**
         * Ảnh / Photos
         * @description Photo (ảnh) is a picture of a work, or of an inspection, a violation or a report of one. What it is of is written first; its bytes follow once and stay as they are. What the bytes tell the register reads of them.
         */
        Photo: {
            /**
             * Công trình / Asset
             * Format: int64
             */
            asset: number | null;
            /**
             * Loại công trình / Asset kind
             * @description Mã trong danh mục asset_kind, xem /api/v1/codes. / A code of the list asset_kind, see /api/v1/codes.
             *     AssetKind and Asset are those of the inspection or violation, when it is of one; a photo of a field report has none.
             */
            asset_kind: string | null;
            /**
             * Dung lượng (byte) / Size (bytes)
             * Format: int64
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly bytes: number | null;
            /** Chú thích / Caption */
            caption: string | null;
            /**
             * Mã ảnh / Code
             * @description Code is the owner's code; (kind, owner, code) is unique. A record filed without one gets PositionCode.
             */
            code: string;
            /**
             * Nhận lúc / Received at
             * Format: date-time
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly created_at: string;
            /**
             * Báo cáo hiện trường / Field report
             * Format: int64
             * @description Số hiệu (id) của một bản ghi field-reports. / The id of a record of field-reports.
             */
            field_report: number | null;
            /**
             * Vị trí trong ảnh / Position in the picture
             * @description Hệ thống ghi. / Set by the register.
             *     Geometry is where the picture says it was taken (EXIF); nil when it does not.
             */
            readonly geometry: components["schemas"]["NullablePoint"];
            /**
             * Cao (px) / Height (px)
             * Format: int64
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly height: number | null;
            /**
             * Số hiệu / Id
             * Format: int64
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly id: number;
            /**
             * Lần kiểm tra / Inspection
             * Format: int64
             * @description Số hiệu (id) của một bản ghi inspections. / The id of a record of inspections.
             */
            inspection: number | null;
            /**
             * Người gửi / Made by
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly made_by: string;
            /**
             * Định dạng / Media type
             * @description Hệ thống ghi. / Set by the register.
             *     MediaType, Width and Height (pixels), Bytes and SHA256 are of the picture as taken; nil until it is there.
             */
            readonly media_type: string | null;
            /**
             * Mã băm SHA-256 / SHA-256
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly sha256: string | null;
            /**
             * Lúc chụp / Taken at
             * Format: date-time
             */
            taken_at: string | null;
            /**
             * Cập nhật lúc / Updated at
             * Format: date-time
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly updated_at: string;
            /**
             * Phiên bản / Version
             * Format: int64
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly version: number;
            /**
             * Vi phạm / Violation
             * Format: int64
             * @description Số hiệu (id) của một bản ghi violations. / The id of a record of violations.
             */
            violation: number | null;
            /**
             * Rộng (px) / Width (px)
             * Format: int64
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly width: number | null;
        };
        /** Bản ghi mới: Ảnh / A new record: Photos */
        PhotoCreate: WithRequired<components["schemas"]["PhotoPatch"], "code">;
        /** Một trang: Ảnh / A page: Photos */
        PhotoPage: {
            items: components["schemas"]["Photo"][];
            /** @description Đường dẫn của trang sau; null ở trang cuối. / The path of the next page; null on the last. */
            next: string | null;
        };
        /**
         * Thay đổi (RFC 7396): Ảnh / Changes (RFC 7396): Photos
         * @description Trường hệ thống ghi, gửi lại nguyên như đã đọc, được bỏ qua. / A field the register sets is left alone when it is sent back as it was read.
         */
        PhotoPatch: {
            /**
             * Công trình / Asset
             * Format: int64
             */
            asset?: number | null;
            /**
             * Loại công trình / Asset kind
             * @description Mã trong danh mục asset_kind, xem /api/v1/codes. / A code of the list asset_kind, see /api/v1/codes.
             *     AssetKind and Asset are those of the inspection or violation, when it is of one; a photo of a field report has none.
             */
            asset_kind?: string | null;
            /** Chú thích / Caption */
            caption?: string | null;
            /**
             * Mã ảnh / Code
             * @description Code is the owner's code; (kind, owner, code) is unique. A record filed without one gets PositionCode.
             */
            code?: string;
            /**
             * Báo cáo hiện trường / Field report
             * Format: int64
             * @description Số hiệu (id) của một bản ghi field-reports. / The id of a record of field-reports.
             */
            field_report?: number | null;
            /**
             * Lần kiểm tra / Inspection
             * Format: int64
             * @description Số hiệu (id) của một bản ghi inspections. / The id of a record of inspections.
             */
            inspection?: number | null;
            /**
             * Lúc chụp / Taken at
             * Format: date-time
             */
            taken_at?: string | null;
            /**
             * Vi phạm / Violation
             * Format: int64
             * @description Số hiệu (id) của một bản ghi violations. / The id of a record of violations.
             */
            violation?: number | null;
        };
        /** @description PlaceUnit is a unit a position lies in. */
        PlaceUnit: {
            code: string;
            /** Format: int64 */
            id: number;
            name: string;
        };
        /** @description PlannedNear is a work near a proposal that somebody else plans. */
        PlannedNear: {
            code: string;
            contact: string | null;
            /** Format: double */
            distance_m: number;
            /** Format: date */
            ends_on: string | null;
            geometry: components["schemas"]["Geometry"];
            /** Format: int64 */
            id: number;
            /** @description a code of work_kind for a planned work, the noun's name for an asset */
            kind: string;
            name: string | null;
            noun: string;
            owner: string | null;
            owner_name: string | null;
            /** Format: date */
            starts_on: string | null;
            state: string;
        };
        /**
         * Công trình dự kiến / Planned works
         * @description PlannedWork (công trình dự kiến) announces work along a line that is no asset yet, or never will be: a line of poles whose places are not set, a road to be opened, cables to go underground. It is there for others to join, so operators see each other's, and the public none. What will be a thing at a known place is not announced here: a planned mast, duct or trench is an asset of status planned, approved or under construction, and stays the same record when it is built.
         */
        PlannedWork: {
            /**
             * Mã / Code
             * @description Code is the owner's code; (kind, owner, code) is unique. A record filed without one gets PositionCode.
             */
            code: string;
            /**
             * Xã/phường / Commune
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly commune: string | null;
            /**
             * Mã xã / Commune code
             * @description Hệ thống ghi. / Set by the register.
             *     CommuneCode and Commune are where the middle of the line lies today.
             */
            readonly commune_code: string | null;
            /**
             * Liên hệ / Contact
             * @description Contact is whom to call to join the work; null is the owner's own contact.
             */
            contact: string | null;
            /**
             * Số ống dự kiến / Planned ducts
             * Format: int64
             * @description Ducts and Poles are how many are planned, where that is what is built.
             */
            ducts: number | null;
            /**
             * Dự kiến hoàn thành / Ends on
             * Format: date
             * @description EndsOn is the first day after the work.
             */
            ends_on: string | null;
            /** Tuyến / Line */
            geometry: components["schemas"]["NullableLineString"];
            /**
             * Số hiệu / Id
             * Format: int64
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly id: number;
            /**
             * Chiều dài (m) / Length (m)
             * Format: double
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly length_m: number | null;
            /** Tên công trình / Name */
            name: string;
            /** Ghi chú / Note */
            note: string | null;
            /**
             * Chủ đầu tư / Owner
             * @description Mã của một tổ chức. / The code of an organization.
             *     Owner is the code of the owning organization; nil when not known.
             */
            owner: string;
            /**
             * Số cột dự kiến / Planned poles
             * Format: int64
             */
            poles: number | null;
            /**
             * Mã tỉnh / Province code
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly province: string | null;
            /** Tuyến đường / Road */
            road: string | null;
            /**
             * Dự kiến khởi công / Starts on
             * Format: date
             */
            starts_on: string | null;
            /**
             * Trạng thái / State
             * @description Mã trong danh mục work_state, xem /api/v1/codes. / A code of the list work_state, see /api/v1/codes.
             *     Mặc định planned khi thêm. / planned in a new record that does not give it.
             *     State ends what is withdrawn or built: neither is waited for any more.
             */
            state: string;
            /**
             * Phiên bản / Version
             * Format: int64
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly version: number;
            /**
             * Loại công việc / Kind of work
             * @description Mã trong danh mục work_kind, xem /api/v1/codes. / A code of the list work_kind, see /api/v1/codes.
             */
            work_kind: string;
        };
        /** Bản ghi mới: Công trình dự kiến / A new record: Planned works */
        PlannedWorkCreate: WithRequired<components["schemas"]["PlannedWorkPatch"], "code" | "name" | "owner" | "work_kind" | "geometry">;
        /** Một trang: Công trình dự kiến / A page: Planned works */
        PlannedWorkPage: {
            items: components["schemas"]["PlannedWork"][];
            /** @description Đường dẫn của trang sau; null ở trang cuối. / The path of the next page; null on the last. */
            next: string | null;
        };
        /**
         * Thay đổi (RFC 7396): Công trình dự kiến / Changes (RFC 7396): Planned works
         * @description Trường hệ thống ghi, gửi lại nguyên như đã đọc, được bỏ qua. / A field the register sets is left alone when it is sent back as it was read.
         */
        PlannedWorkPatch: {
            /**
             * Mã / Code
             * @description Code is the owner's code; (kind, owner, code) is unique. A record filed without one gets PositionCode.
             */
            code?: string;
            /**
             * Liên hệ / Contact
             * @description Contact is whom to call to join the work; null is the owner's own contact.
             */
            contact?: string | null;
            /**
             * Số ống dự kiến / Planned ducts
             * Format: int64
             * @description Ducts and Poles are how many are planned, where that is what is built.
             */
            ducts?: number | null;
            /**
             * Dự kiến hoàn thành / Ends on
             * Format: date
             * @description EndsOn is the first day after the work.
             */
            ends_on?: string | null;
            /** Tuyến / Line */
            geometry?: components["schemas"]["LineString"];
            /** Tên công trình / Name */
            name?: string;
            /** Ghi chú / Note */
            note?: string | null;
            /**
             * Chủ đầu tư / Owner
             * @description Mã của một tổ chức. / The code of an organization.
             *     Owner is the code of the owning organization; nil when not known.
             */
            owner?: string;
            /**
             * Số cột dự kiến / Planned poles
             * Format: int64
             */
            poles?: number | null;
            /** Tuyến đường / Road */
            road?: string | null;
            /**
             * Dự kiến khởi công / Starts on
             * Format: date
             */
            starts_on?: string | null;
            /**
             * Trạng thái / State
             * @description Mã trong danh mục work_state, xem /api/v1/codes. / A code of the list work_state, see /api/v1/codes.
             *     Mặc định planned khi thêm. / planned in a new record that does not give it.
             *     State ends what is withdrawn or built: neither is waited for any more.
             */
            state?: string;
            /**
             * Loại công việc / Kind of work
             * @description Mã trong danh mục work_kind, xem /api/v1/codes. / A code of the list work_kind, see /api/v1/codes.
             */
            work_kind?: string;
        };
        /** @description GeoJSON Point (RFC 7946). */
        Point: {
            coordinates: components["schemas"]["Position"];
            /** @enum {string} */
            type: "Point";
        };
        /**
         * Cột treo cáp / Cable poles
         * @description Pole (cột treo cáp) carries hanging cables. C1 is telecom only, C2 shared with other sectors.
         */
        Pole: {
            /** Địa chỉ / Address */
            address: string | null;
            /**
             * Ngày chấp thuận / Approved on
             * Format: date
             */
            approved_on: string | null;
            /**
             * Số tủ, hộp / Boxes
             * Format: int64
             */
            boxes: number | null;
            /**
             * Ngày xây dựng / Built on
             * Format: date
             */
            built_on: string | null;
            /**
             * Loại cột / Pole class
             * @description Mã trong danh mục pole_class, xem /api/v1/codes. / A code of the list pole_class, see /api/v1/codes.
             */
            class: string | null;
            /**
             * Tĩnh không (m) / Clearance (m)
             * Format: double
             */
            clearance_m: number | null;
            /**
             * Mã / Code
             * @description Code is the owner's code; (kind, owner, code) is unique. A record filed without one gets PositionCode.
             */
            code: string | null;
            /**
             * Xã/phường / Commune
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly commune: string | null;
            /**
             * Mã xã / Commune code
             * @description Hệ thống ghi. / Set by the register.
             *     CommuneCode and Commune are where the geometry lies today, resolved on write.
             */
            readonly commune_code: string | null;
            /**
             * Tình trạng / Condition
             * @description Mã trong danh mục pole_condition, xem /api/v1/codes. / A code of the list pole_condition, see /api/v1/codes.
             */
            condition: string | null;
            /**
             * Tạo lúc / Created at
             * Format: date-time
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly created_at: string | null;
            /**
             * Xã/phường khai báo / Declared commune
             * @description DeclaredCommune is the commune as filed: evidence, not the answer.
             */
            declared_commune: string | null;
            /**
             * Mức công khai / Disclosure
             * @description Mã trong danh mục disclosure, xem /api/v1/codes. / A code of the list disclosure, see /api/v1/codes.
             *     Mặc định ordinary khi thêm. / ordinary in a new record that does not give it.
             */
            disclosure: string | null;
            /**
             * Điểm truy nhập cáp quang / Fibre access point
             * @description FibreAccess says subscribers can be connected to fibre here (tập điểm, ODB): domain.md §1.4.
             */
            fibre_access: boolean | null;
            /** Hình học / Geometry */
            geometry: components["schemas"]["Point"];
            /**
             * Chiều cao (m) / Height (m)
             * Format: double
             */
            height_m: number | null;
            /**
             * Số hiệu / Id
             * Format: int64
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly id: number;
            /** Số cột trên tuyến / Number on the line */
            line_no: string | null;
            /**
             * Vật liệu / Material
             * @description Mã trong danh mục pole_material, xem /api/v1/codes. / A code of the list pole_material, see /api/v1/codes.
             */
            material: string | null;
            /** Tên / Name */
            name: string | null;
            /** Ghi chú / Note */
            note: string | null;
            /**
             * Hoạt động từ / Operating from
             * Format: date
             */
            operating_from: string | null;
            /**
             * Hoạt động đến / Operating to
             * Format: date
             * @description OperatingTo is the first day out of service. An interrupted life keeps its last interval here; earlier ones are in the change log.
             */
            operating_to: string | null;
            /**
             * Chủ sở hữu / Owner
             * @description Mã của một tổ chức. / The code of an organization.
             *     Owner is the code of the owning organization; nil when not known.
             */
            owner: string | null;
            /**
             * Chủ sở hữu có thiết bị / Owner has equipment here
             * @description OwnerPresent says the owner's own equipment or cable is here. Only then does the owner count among those who share (NĐ 72/2012 Điều 2).
             */
            owner_present: boolean | null;
            /**
             * Ngày kế hoạch / Planned on
             * Format: date
             */
            planned_on: string | null;
            /**
             * Mã tỉnh / Province code
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly province: string | null;
            /**
             * Ngày tháo dỡ / Removed on
             * Format: date
             */
            removed_on: string | null;
            /** Tuyến đường / Road */
            road: string | null;
            /** Mã tuyến / Route code */
            route_code: string | null;
            /** Nguồn / Source */
            source: string | null;
            /**
             * Trạng thái / Status
             * @description Mã trong danh mục status, xem /api/v1/codes. / A code of the list status, see /api/v1/codes.
             *     Mặc định operating khi thêm. / operating in a new record that does not give it.
             */
            status: string;
            /**
             * Tọa độ như đã nộp / Coordinates as submitted
             * @description Submitted is the coordinates as they were written.
             */
            submitted: {
                /** @description Axes is "swapped" when the filer wrote them the other way round and a person confirmed it. */
                axes?: string;
                /** @description such as EPSG:9210 */
                crs?: string;
                /** @description survey method, as filed */
                method?: string;
                /** Format: double */
                precision_m?: number;
                /** @description easting or longitude, verbatim */
                x?: string;
                /** @description northing or latitude, verbatim */
                y?: string;
            } | null;
            /** Sẽ tháo dỡ sau hạ ngầm / To be removed */
            to_remove: boolean | null;
            /**
             * Cập nhật lúc / Updated at
             * Format: date-time
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly updated_at: string | null;
            /**
             * Phiên bản / Version
             * Format: int64
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly version: number;
        };
        /** Bản ghi mới: Cột treo cáp / A new record: Cable poles */
        PoleCreate: WithRequired<components["schemas"]["PolePatch"], "code" | "geometry">;
        /** Một trang: Cột treo cáp / A page: Cable poles */
        PolePage: {
            items: components["schemas"]["Pole"][];
            /** @description Đường dẫn của trang sau; null ở trang cuối. / The path of the next page; null on the last. */
            next: string | null;
        };
        /**
         * Thay đổi (RFC 7396): Cột treo cáp / Changes (RFC 7396): Cable poles
         * @description Trường hệ thống ghi, gửi lại nguyên như đã đọc, được bỏ qua. / A field the register sets is left alone when it is sent back as it was read.
         */
        PolePatch: {
            /** Địa chỉ / Address */
            address?: string | null;
            /**
             * Ngày chấp thuận / Approved on
             * Format: date
             */
            approved_on?: string | null;
            /**
             * Số tủ, hộp / Boxes
             * Format: int64
             */
            boxes?: number | null;
            /**
             * Ngày xây dựng / Built on
             * Format: date
             */
            built_on?: string | null;
            /**
             * Loại cột / Pole class
             * @description Mã trong danh mục pole_class, xem /api/v1/codes. / A code of the list pole_class, see /api/v1/codes.
             */
            class?: string | null;
            /**
             * Tĩnh không (m) / Clearance (m)
             * Format: double
             */
            clearance_m?: number | null;
            /**
             * Mã / Code
             * @description Code is the owner's code; (kind, owner, code) is unique. A record filed without one gets PositionCode.
             */
            code?: string;
            /**
             * Tình trạng / Condition
             * @description Mã trong danh mục pole_condition, xem /api/v1/codes. / A code of the list pole_condition, see /api/v1/codes.
             */
            condition?: string | null;
            /**
             * Xã/phường khai báo / Declared commune
             * @description DeclaredCommune is the commune as filed: evidence, not the answer.
             */
            declared_commune?: string | null;
            /**
             * Mức công khai / Disclosure
             * @description Mã trong danh mục disclosure, xem /api/v1/codes. / A code of the list disclosure, see /api/v1/codes.
             *     Mặc định ordinary khi thêm. / ordinary in a new record that does not give it.
             */
            disclosure?: string;
            /**
             * Điểm truy nhập cáp quang / Fibre access point
             * @description FibreAccess says subscribers can be connected to fibre here (tập điểm, ODB): domain.md §1.4.
             */
            fibre_access?: boolean;
            /** Hình học / Geometry */
            geometry?: components["schemas"]["Point"];
            /**
             * Chiều cao (m) / Height (m)
             * Format: double
             */
            height_m?: number | null;
            /** Số cột trên tuyến / Number on the line */
            line_no?: string | null;
            /**
             * Vật liệu / Material
             * @description Mã trong danh mục pole_material, xem /api/v1/codes. / A code of the list pole_material, see /api/v1/codes.
             */
            material?: string | null;
            /** Tên / Name */
            name?: string | null;
            /** Ghi chú / Note */
            note?: string | null;
            /**
             * Hoạt động từ / Operating from
             * Format: date
             */
            operating_from?: string | null;
            /**
             * Hoạt động đến / Operating to
             * Format: date
             * @description OperatingTo is the first day out of service. An interrupted life keeps its last interval here; earlier ones are in the change log.
             */
            operating_to?: string | null;
            /**
             * Chủ sở hữu / Owner
             * @description Mã của một tổ chức. / The code of an organization.
             *     Owner is the code of the owning organization; nil when not known.
             */
            owner?: string | null;
            /**
             * Chủ sở hữu có thiết bị / Owner has equipment here
             * @description OwnerPresent says the owner's own equipment or cable is here. Only then does the owner count among those who share (NĐ 72/2012 Điều 2).
             */
            owner_present?: boolean | null;
            /**
             * Ngày kế hoạch / Planned on
             * Format: date
             */
            planned_on?: string | null;
            /**
             * Ngày tháo dỡ / Removed on
             * Format: date
             */
            removed_on?: string | null;
            /** Tuyến đường / Road */
            road?: string | null;
            /** Mã tuyến / Route code */
            route_code?: string | null;
            /** Nguồn / Source */
            source?: string | null;
            /**
             * Trạng thái / Status
             * @description Mã trong danh mục status, xem /api/v1/codes. / A code of the list status, see /api/v1/codes.
             *     Mặc định operating khi thêm. / operating in a new record that does not give it.
             */
            status?: string;
            /**
             * Tọa độ như đã nộp / Coordinates as submitted
             * @description Submitted is the coordinates as they were written.
             */
            submitted?: {
                /** @description Axes is "swapped" when the filer wrote them the other way round and a person confirmed it. */
                axes?: string;
                /** @description such as EPSG:9210 */
                crs?: string;
                /** @description survey method, as filed */
                method?: string;
                /** Format: double */
                precision_m?: number;
                /** @description easting or longitude, verbatim */
                x?: string;
                /** @description northing or latitude, verbatim */
                y?: string;
            } | null;
            /** Sẽ tháo dỡ sau hạ ngầm / To be removed */
            to_remove?: boolean;
        };
        /** @description Kinh độ, vĩ độ WGS84, không quá 7 số lẻ. / Longitude and latitude, WGS84, at most 7 decimals. */
        Position: number[];
        /** @description problem is RFC 9457's problem details with the faults of the request. */
        Problem: {
            current?: unknown;
            detail: string;
            faults?: components["schemas"]["Fault"][];
            request_id: string;
            /** Format: int64 */
            status: number;
            title: string;
            type: string;
        };
        /** @description Proposal is a work somebody means to build (công trình định xây). */
        Proposal: {
            /**
             * Format: int64
             * @description Ducts is how many ducts are needed, 1 when not given; Poles how many poles a line of them would have, counted from its length when not given.
             */
            ducts: number;
            /**
             * Format: date
             * @description From and To are when it would be built, To not included: other planned works overlap it when they are to be built in the same period.
             */
            from: string | null;
            geometry: components["schemas"]["Geometry"];
            /**
             * Format: double
             * @description HeightM is how high a mast's antennas are to be above the ground, in metres; 0 when not known.
             */
            height_m: number;
            /** @enum {string} */
            kind: "mast" | "duct" | "pole";
            /**
             * Format: double
             * @description LoadKg is what is to be hung on a mast; 0 when not known.
             */
            load_kg: number;
            /** @description Operator is the code of who would build; the asker's own organization when not given, and for an operator always. */
            operator: string;
            /** Format: int64 */
            poles: number;
            /**
             * Format: double
             * @description ReachM is how far is looked, in metres; the province's setting when 0.
             */
            reach_m: number;
            /** @description Technology is what a mast is for; it is shown in the annex. */
            technology: string;
            /** Format: date */
            to: string | null;
        };
        ProposalOrder: {
            /**
             * Format: int64
             * @description Số ống cần. / How many ducts are needed.
             */
            ducts?: number;
            /**
             * Format: date
             * @description Dự kiến xây từ ngày. / Built from.
             */
            from?: string;
            /** @description Điểm của cột ăng ten, hoặc tuyến. / The point of a mast, or the line. */
            geometry: components["schemas"]["Point"] | components["schemas"]["LineString"];
            /**
             * Format: double
             * @description Chiều cao cần cho ăng ten (m). / How high the antennas are to be (m).
             */
            height_m?: number;
            /**
             * @description Loại công trình: cột ăng ten, tuyến cống bể, tuyến cột. / What is to be built: a mast, a line of ducts or of poles.
             * @enum {string}
             */
            kind: "mast" | "duct" | "pole";
            /**
             * Format: double
             * @description Tải trọng cần treo (kg). / The load to be hung (kg).
             */
            load_kg?: number;
            /** @description Mã tổ chức định xây; doanh nghiệp luôn hỏi cho chính mình. / The code of who would build; an operator always asks for itself. */
            operator?: string;
            /**
             * Format: int64
             * @description Số cột dự kiến; không ghi thì tính theo chiều dài. / How many poles are planned; counted from the length when not given.
             */
            poles?: number;
            /**
             * Format: double
             * @description Tìm trong khoảng cách này (m); 0 là mặc định của tỉnh. / How far to look (m); 0 is the province's default.
             */
            reach_m?: number;
            /** @description Công nghệ, để ghi trong phụ lục. / The technology, for the annex. */
            technology?: string;
            /**
             * Format: date
             * @description Dự kiến xây đến trước ngày. / Built until, this day not included.
             */
            to?: string;
        };
        /** @description Ratio is the sharing ratio of a unit now, if the proposal is built, and if it is shared (tỷ lệ dùng chung nếu xây, nếu dùng chung). */
        Ratio: {
            if_built: components["schemas"]["Share"];
            /** @description IfShared is null where there is nothing to share. */
            if_shared: {
                /** Format: double */
                denominator: number;
                /** Format: double */
                numerator: number;
                /**
                 * Format: double
                 * @description Ratio is in percent, null where there is nothing.
                 */
                ratio: number | null;
            } | null;
            name: string;
            now: components["schemas"]["Share"];
            /** @description Scope is commune, province, or register where no province is known; Unit and Name are the unit's. */
            scope: string;
            unit: string;
        };
        Readiness: {
            database: string;
            /** Format: int64 */
            schema_version: number;
            status: string;
        };
        /** @description Receipt is what was signed (biên nhận): enough to prove later which file it was and what it was held against. */
        Receipt: {
            /** @description ChainHead is the last seal of the change log when it was signed, in hexadecimal; "" while the log has none. */
            chain_head: string;
            counts: components["schemas"]["FilingCounts"];
            /** Format: date */
            day: string;
            /** Format: int64 */
            file_bytes: number;
            file_name: string;
            file_sha256: string;
            /** Format: int64 */
            filing: number;
            missing: string;
            noun: string;
            organization: string;
            /** Format: int64 */
            rule_version: number;
            /** Format: date-time */
            signed_at: string;
            signed_by: string;
        };
        /** @description resetAnswer is a link by which a person sets their password, once. */
        ResetAnswer: {
            /** Format: date-time */
            expires_at: string;
            /** @description Link is for the person alone; this answer alone has it. */
            link: string;
        };
        /** @description Restriction (quy định tại chỗ) is what a Zone or a Street says of a place on a day. */
        Restriction: {
            /** @description AllowedClasses, when there are any, leave out every other class of mast. */
            allowed_classes: string[];
            code: string;
            /** Format: date */
            deadline: string | null;
            /** Format: date */
            decided_on: string | null;
            decision_number: string | null;
            /**
             * Format: double
             * @description DistanceM is how far the place is from a street's line, in metres; 0 in a zone.
             */
            distance_m: number;
            forbidden_classes: string[];
            /** @enum {string} */
            height_datum: "ground" | "sea";
            /** Format: double */
            height_limit_m: number | null;
            /** Format: int64 */
            id: number;
            issuer: string | null;
            kind: string;
            name: string;
            /** @description Noun is zone or street; Kind a code of zone_kind or street_kind. */
            noun: string;
            /** Format: date */
            valid_from: string | null;
            /** Format: date */
            valid_to: string | null;
        };
        /** @description RowDecision is what the department says of single rows before it decides on the filing. */
        RowDecision: {
            reason: string;
            /** @description Returned says that the rows are not taken; Reason, which it then needs, why. */
            returned: boolean;
            rows: number[];
        };
        /** @description ruleList is every rule filings are held against. */
        RuleList: {
            items: components["schemas"]["Entry"][];
            /**
             * Format: int64
             * @description Version is that of the rules as a whole; a receipt names it.
             */
            version: number;
        };
        /** @description Scope narrows an API key (phạm vi của khóa): it takes rights away from its holder's and never adds one. The zero Scope takes away only what no key may: see personal. */
        Scope: {
            /** @description LastWriter says that the key is for editing in QGIS, which cannot say on what version a change is based: without If-Match it is not refused but written over what stands, both versions are kept in the change log, and who is written over is told. It is no right: what may be written is the same. */
            last_writer?: boolean;
            /** @description Nouns are the names the key reaches; none means all. */
            nouns?: string[];
            read_only?: boolean;
            /** @description Units are ids of units the key reaches; none means all. */
            units?: number[];
        };
        /**
         * Điểm phục vụ công cộng / Public service points
         * @description ServicePoint (điểm cung cấp dịch vụ viễn thông công cộng) is where the public is served: Đ1 attended, Đ2 unattended (TT 14/2013, form 2), or public Wi-Fi.
         */
        ServicePoint: {
            /** Địa chỉ / Address */
            address: string | null;
            /**
             * Ngày chấp thuận / Approved on
             * Format: date
             */
            approved_on: string | null;
            /**
             * Diện tích xây dựng (m²) / Building area (m²)
             * Format: double
             */
            building_area_m2: number | null;
            /**
             * Ngày xây dựng / Built on
             * Format: date
             */
            built_on: string | null;
            /**
             * Loại điểm / Class
             * @description Mã trong danh mục service_point_class, xem /api/v1/codes. / A code of the list service_point_class, see /api/v1/codes.
             */
            class: string | null;
            /**
             * Mã / Code
             * @description Code is the owner's code; (kind, owner, code) is unique. A record filed without one gets PositionCode.
             */
            code: string | null;
            /**
             * Xã/phường / Commune
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly commune: string | null;
            /**
             * Mã xã / Commune code
             * @description Hệ thống ghi. / Set by the register.
             *     CommuneCode and Commune are where the geometry lies today, resolved on write.
             */
            readonly commune_code: string | null;
            /**
             * Tạo lúc / Created at
             * Format: date-time
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly created_at: string | null;
            /**
             * Xã/phường khai báo / Declared commune
             * @description DeclaredCommune is the commune as filed: evidence, not the answer.
             */
            declared_commune: string | null;
            /**
             * Mức công khai / Disclosure
             * @description Mã trong danh mục disclosure, xem /api/v1/codes. / A code of the list disclosure, see /api/v1/codes.
             *     Mặc định ordinary khi thêm. / ordinary in a new record that does not give it.
             */
            disclosure: string | null;
            /**
             * Điểm truy nhập cáp quang / Fibre access point
             * @description FibreAccess says subscribers can be connected to fibre here (tập điểm, ODB): domain.md §1.4.
             */
            fibre_access: boolean | null;
            /**
             * Diện tích sử dụng (m²) / Usable floor area (m²)
             * Format: double
             */
            floor_area_m2: number | null;
            /** Hình học / Geometry */
            geometry: components["schemas"]["Point"];
            /**
             * Chiều cao (m) / Height (m)
             * Format: double
             */
            height_m: number | null;
            /**
             * Số hiệu / Id
             * Format: int64
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly id: number;
            /**
             * Diện tích đất (m²) / Land area (m²)
             * Format: double
             */
            land_area_m2: number | null;
            /** Hình thức sử dụng đất / Land use */
            land_use: string | null;
            /** Tên / Name */
            name: string | null;
            /** Ghi chú / Note */
            note: string | null;
            /**
             * Hoạt động từ / Operating from
             * Format: date
             */
            operating_from: string | null;
            /**
             * Hoạt động đến / Operating to
             * Format: date
             * @description OperatingTo is the first day out of service. An interrupted life keeps its last interval here; earlier ones are in the change log.
             */
            operating_to: string | null;
            /**
             * Chủ sở hữu / Owner
             * @description Mã của một tổ chức. / The code of an organization.
             *     Owner is the code of the owning organization; nil when not known.
             */
            owner: string | null;
            /**
             * Chủ sở hữu có thiết bị / Owner has equipment here
             * @description OwnerPresent says the owner's own equipment or cable is here. Only then does the owner count among those who share (NĐ 72/2012 Điều 2).
             */
            owner_present: boolean | null;
            /**
             * Ngày kế hoạch / Planned on
             * Format: date
             */
            planned_on: string | null;
            /**
             * Mã tỉnh / Province code
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly province: string | null;
            /**
             * Ngày tháo dỡ / Removed on
             * Format: date
             */
            removed_on: string | null;
            /** Tuyến đường / Road */
            road: string | null;
            /** Nguồn / Source */
            source: string | null;
            /**
             * Trạng thái / Status
             * @description Mã trong danh mục status, xem /api/v1/codes. / A code of the list status, see /api/v1/codes.
             *     Mặc định operating khi thêm. / operating in a new record that does not give it.
             */
            status: string;
            /**
             * Tọa độ như đã nộp / Coordinates as submitted
             * @description Submitted is the coordinates as they were written.
             */
            submitted: {
                /** @description Axes is "swapped" when the filer wrote them the other way round and a person confirmed it. */
                axes?: string;
                /** @description such as EPSG:9210 */
                crs?: string;
                /** @description survey method, as filed */
                method?: string;
                /** Format: double */
                precision_m?: number;
                /** @description easting or longitude, verbatim */
                x?: string;
                /** @description northing or latitude, verbatim */
                y?: string;
            } | null;
            /**
             * Cập nhật lúc / Updated at
             * Format: date-time
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly updated_at: string | null;
            /**
             * Phiên bản / Version
             * Format: int64
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly version: number;
            /** Wi-Fi công cộng / Public Wi-Fi */
            wifi: boolean;
        };
        /** Bản ghi mới: Điểm phục vụ công cộng / A new record: Public service points */
        ServicePointCreate: WithRequired<components["schemas"]["ServicePointPatch"], "code" | "geometry">;
        /** Một trang: Điểm phục vụ công cộng / A page: Public service points */
        ServicePointPage: {
            items: components["schemas"]["ServicePoint"][];
            /** @description Đường dẫn của trang sau; null ở trang cuối. / The path of the next page; null on the last. */
            next: string | null;
        };
        /**
         * Thay đổi (RFC 7396): Điểm phục vụ công cộng / Changes (RFC 7396): Public service points
         * @description Trường hệ thống ghi, gửi lại nguyên như đã đọc, được bỏ qua. / A field the register sets is left alone when it is sent back as it was read.
         */
        ServicePointPatch: {
            /** Địa chỉ / Address */
            address?: string | null;
            /**
             * Ngày chấp thuận / Approved on
             * Format: date
             */
            approved_on?: string | null;
            /**
             * Diện tích xây dựng (m²) / Building area (m²)
             * Format: double
             */
            building_area_m2?: number | null;
            /**
             * Ngày xây dựng / Built on
             * Format: date
             */
            built_on?: string | null;
            /**
             * Loại điểm / Class
             * @description Mã trong danh mục service_point_class, xem /api/v1/codes. / A code of the list service_point_class, see /api/v1/codes.
             */
            class?: string | null;
            /**
             * Mã / Code
             * @description Code is the owner's code; (kind, owner, code) is unique. A record filed without one gets PositionCode.
             */
            code?: string;
            /**
             * Xã/phường khai báo / Declared commune
             * @description DeclaredCommune is the commune as filed: evidence, not the answer.
             */
            declared_commune?: string | null;
            /**
             * Mức công khai / Disclosure
             * @description Mã trong danh mục disclosure, xem /api/v1/codes. / A code of the list disclosure, see /api/v1/codes.
             *     Mặc định ordinary khi thêm. / ordinary in a new record that does not give it.
             */
            disclosure?: string;
            /**
             * Điểm truy nhập cáp quang / Fibre access point
             * @description FibreAccess says subscribers can be connected to fibre here (tập điểm, ODB): domain.md §1.4.
             */
            fibre_access?: boolean;
            /**
             * Diện tích sử dụng (m²) / Usable floor area (m²)
             * Format: double
             */
            floor_area_m2?: number | null;
            /** Hình học / Geometry */
            geometry?: components["schemas"]["Point"];
            /**
             * Chiều cao (m) / Height (m)
             * Format: double
             */
            height_m?: number | null;
            /**
             * Diện tích đất (m²) / Land area (m²)
             * Format: double
             */
            land_area_m2?: number | null;
            /** Hình thức sử dụng đất / Land use */
            land_use?: string | null;
            /** Tên / Name */
            name?: string | null;
            /** Ghi chú / Note */
            note?: string | null;
            /**
             * Hoạt động từ / Operating from
             * Format: date
             */
            operating_from?: string | null;
            /**
             * Hoạt động đến / Operating to
             * Format: date
             * @description OperatingTo is the first day out of service. An interrupted life keeps its last interval here; earlier ones are in the change log.
             */
            operating_to?: string | null;
            /**
             * Chủ sở hữu / Owner
             * @description Mã của một tổ chức. / The code of an organization.
             *     Owner is the code of the owning organization; nil when not known.
             */
            owner?: string | null;
            /**
             * Chủ sở hữu có thiết bị / Owner has equipment here
             * @description OwnerPresent says the owner's own equipment or cable is here. Only then does the owner count among those who share (NĐ 72/2012 Điều 2).
             */
            owner_present?: boolean | null;
            /**
             * Ngày kế hoạch / Planned on
             * Format: date
             */
            planned_on?: string | null;
            /**
             * Ngày tháo dỡ / Removed on
             * Format: date
             */
            removed_on?: string | null;
            /** Tuyến đường / Road */
            road?: string | null;
            /** Nguồn / Source */
            source?: string | null;
            /**
             * Trạng thái / Status
             * @description Mã trong danh mục status, xem /api/v1/codes. / A code of the list status, see /api/v1/codes.
             *     Mặc định operating khi thêm. / operating in a new record that does not give it.
             */
            status?: string;
            /**
             * Tọa độ như đã nộp / Coordinates as submitted
             * @description Submitted is the coordinates as they were written.
             */
            submitted?: {
                /** @description Axes is "swapped" when the filer wrote them the other way round and a person confirmed it. */
                axes?: string;
                /** @description such as EPSG:9210 */
                crs?: string;
                /** @description survey method, as filed */
                method?: string;
                /** Format: double */
                precision_m?: number;
                /** @description easting or longitude, verbatim */
                x?: string;
                /** @description northing or latitude, verbatim */
                y?: string;
            } | null;
            /** Wi-Fi công cộng / Public Wi-Fi */
            wifi?: boolean;
        };
        /** @description sessionAnswer says who is asking. */
        SessionAnswer: {
            /** @description Actor is the name in the change log; that of whom nobody knows is anonymous. */
            actor: string;
            /**
             * Format: date-time
             * @description ExpiresAt is when a session ends at the latest; an hour after its last request it has ended too. Null for a key.
             */
            expires_at: string | null;
            /** @description Login and Name are a person's, null for a key. */
            login: string | null;
            name: string | null;
            /** @description Organization is the code of the one a filer or signer works for. */
            organization: string | null;
            roles: ("anonymous" | "filer" | "signer" | "local" | "auditor" | "officer" | "admin")[];
            /**
             * @description Sees is how much of the register they are shown: all of it, some of it exactly and the rest as the public, or what is public.
             * @enum {string}
             */
            sees: "all" | "some" | "public";
            signed_in: boolean;
            /** @description Units are those local staff are bound to. */
            units: components["schemas"]["PlaceUnit"][];
        };
        /** @description Share is a sharing ratio: what is shared of what there is. */
        Share: {
            /** Format: double */
            denominator: number;
            /** Format: double */
            numerator: number;
            /**
             * Format: double
             * @description Ratio is in percent, null where there is nothing.
             */
            ratio: number | null;
        };
        /** @description ShareAnswer is what could be shared instead of building (kết quả rà soát dùng chung trước khi xây). */
        ShareAnswer: {
            /** Format: date */
            as_of: string;
            /** @description Best is the noun and id of the nearest work to join, null for none. */
            best: {
                /** Format: int64 */
                id: number;
                noun: string;
            } | null;
            /** @description Candidates stand the nearest first, MaxCandidates of a noun at most; More says that there are more of one. */
            candidates: components["schemas"]["Candidate"][];
            definition: components["schemas"]["SharingDefinition"];
            /** @description Line tells of a planned line how much of it could be shared; null for a mast. */
            line: {
                /** Format: double */
                length_m: number;
                /**
                 * Format: int64
                 * @description Poles is how many poles it would have; ShareablePoles how many of others' may serve. Both are 0 for ducts.
                 */
                poles: number;
                /**
                 * Format: double
                 * @description ShareableM is how much of it has others' works in reach that may serve.
                 */
                shareable_m: number;
                /** Format: int64 */
                shareable_poles: number;
            } | null;
            more: boolean;
            /** @description Planned are works in reach that others plan for the same time, the nearest first. */
            planned: components["schemas"]["PlannedNear"][];
            query: components["schemas"]["Proposal"];
            ratios: components["schemas"]["Ratio"][];
            /** @description Restrictions are what the zones and streets in force say of the place. */
            restrictions: components["schemas"]["Restriction"][];
        };
        /** @description SharingAnswer is a sharing ratio with everything that explains it. */
        SharingAnswer: {
            /** Format: double */
            denominator: number;
            /**
             * Format: int64
             * @description Excluded counts assets in service that the definition leaves out.
             */
            excluded: number;
            groups?: components["schemas"]["SharingGroup"][];
            /** @description Histogram has one bar for each number of tenants that occurs, ascending. */
            histogram: components["schemas"]["SharingBar"][];
            /**
             * Format: int64
             * @description Idle is the number of positions left out by the spatial method because nobody operates there.
             */
            idle: number;
            /**
             * Format: double
             * @description MeanTenants is the tenancy ratio Σ tenants·weight / Σ weight, nil when the denominator is 0.
             */
            mean_tenants: number | null;
            /**
             * Format: double
             * @description MergeDistanceM is the merge distance of MethodSpatial in metres, nil for MethodRegistered.
             */
            merge_distance_m?: number;
            /** @enum {string} */
            method: "registered" | "spatial";
            /**
             * Format: double
             * @description Numerator is the weight of the shared positions, those with two or more distinct operators; Denominator that of all positions. The weight is 1 for counted things and the length in metres for ducts.
             */
            numerator: number;
            query: components["schemas"]["SharingQuery"];
            /**
             * Format: double
             * @description Ratio is 100 × Numerator / Denominator, in percent from 0 to 100. It is nil, "không có dữ liệu", when the denominator is 0. It is for showing: compare with Result.Compare, which does not round.
             */
            ratio: number | null;
        };
        /** @description Bar is one bar of the histogram: how many positions have so many tenants. */
        SharingBar: {
            /**
             * Format: int64
             * @description how many positions have that many
             */
            positions: number;
            /**
             * Format: double
             * @description the part of the weight that counts as shared
             */
            shared: number;
            /**
             * Format: int64
             * @description distinct operators
             */
            tenants: number;
            /**
             * Format: double
             * @description their weight: the same number, or metres
             */
            weight: number;
        };
        /** @description sharingCurve has one result for each merge distance. Answers that list what is behind a number, with the question as it was read. */
        SharingCurve: {
            items: components["schemas"]["SharingResult"][];
            query: components["schemas"]["SharingQuery"];
        };
        /** @description Definition is a reading of the sharing ratio: every parameter that provinces take differently, explicit (domain.md §1.2). The official formula text was not seen; the defaults are the working definition. */
        SharingDefinition: {
            /** @enum {string} */
            asset: "site" | "pole" | "duct" | "manhole" | "trench" | "cable_route" | "service_point";
            cohort: string;
            /** @description ConfirmedOnly counts only tenancies both sides have confirmed. A disputed one never counts. */
            confirmed_only: boolean;
            /** @description CountActiveSharing counts the partners of actively shared stations (MORAN, MOCN, roaming) as tenants. */
            count_active_sharing: boolean;
            /** @description ExcludeSiteKinds leaves kinds of site out; how many is reported. */
            exclude_site_kinds: string[];
            /** @description Measure is count, or length for lines. */
            measure: string;
            /**
             * Format: double
             * @description MergeDistanceM makes one position of registrations nearer than this, for MethodSpatial.
             */
            merge_distance_m: number;
            /** @enum {string} */
            method: "registered" | "spatial";
            power_poles: string;
            /** Format: date */
            since: string | null;
            /** @description TowerCompanySingle takes a tower company's asset with one tenant as shared. */
            tower_company_single: boolean;
        };
        /** @description SharingGroup is the ratio of one commune, province or operator. An operator's is of the positions it is on. */
        SharingGroup: {
            /** Format: double */
            denominator: number;
            /** @description Histogram has one bar for each number of tenants that occurs, ascending. */
            histogram: components["schemas"]["SharingBar"][];
            /**
             * Format: int64
             * @description Idle is the number of positions left out by the spatial method because nobody operates there.
             */
            idle: number;
            key: string;
            /**
             * Format: double
             * @description MeanTenants is the tenancy ratio Σ tenants·weight / Σ weight, nil when the denominator is 0.
             */
            mean_tenants: number | null;
            /**
             * Format: double
             * @description MergeDistanceM is the merge distance of MethodSpatial in metres, nil for MethodRegistered.
             */
            merge_distance_m?: number;
            /** @enum {string} */
            method: "registered" | "spatial";
            name: string;
            /**
             * Format: double
             * @description Numerator is the weight of the shared positions, those with two or more distinct operators; Denominator that of all positions. The weight is 1 for counted things and the length in metres for ducts.
             */
            numerator: number;
            /**
             * Format: double
             * @description Ratio is 100 × Numerator / Denominator, in percent from 0 to 100. It is nil, "không có dữ liệu", when the denominator is 0. It is for showing: compare with Result.Compare, which does not round.
             */
            ratio: number | null;
        };
        /** @description SharingQuery asks for a sharing ratio on a day. */
        SharingQuery: {
            /**
             * Format: date
             * @description AsOf is the day the ratio is of.
             */
            as_of: string;
            /** @enum {string} */
            asset: "site" | "pole" | "duct" | "manhole" | "trench" | "cable_route" | "service_point";
            /** @description By splits the answer by commune, province or operator. */
            by?: string;
            cohort: string;
            /** @description ConfirmedOnly counts only tenancies both sides have confirmed. A disputed one never counts. */
            confirmed_only: boolean;
            /** @description CountActiveSharing counts the partners of actively shared stations (MORAN, MOCN, roaming) as tenants. */
            count_active_sharing: boolean;
            /** @description ExcludeSiteKinds leaves kinds of site out; how many is reported. */
            exclude_site_kinds: string[];
            /** @description Measure is count, or length for lines. */
            measure: string;
            /**
             * Format: double
             * @description MergeDistanceM makes one position of registrations nearer than this, for MethodSpatial.
             */
            merge_distance_m: number;
            /** @enum {string} */
            method: "registered" | "spatial";
            power_poles: string;
            /** Format: date */
            since: string | null;
            /** @description TowerCompanySingle takes a tower company's asset with one tenant as shared. */
            tower_company_single: boolean;
            /** @description Unit narrows to a unit and what lies below it; its code on AsOf. */
            unit?: string;
        };
        /** @description SharingRecord is one position behind a ratio. */
        SharingRecord: {
            code: string;
            ids: number[];
            /** Format: double */
            lat: number;
            /** Format: double */
            lon: number;
            shared: boolean;
            tenants: string[];
            /** Format: double */
            weight: number;
        };
        /** @description Answers that list what is behind a number, with the question as it was read. */
        SharingRecords: {
            items: components["schemas"]["SharingRecord"][];
            query: components["schemas"]["SharingQuery"];
        };
        /** @description Result is one sharing ratio with everything needed to explain it. The registered method counts every position in service, with nobody on it too. The spatial one knows positions by who operates there: a record where nobody does is in neither the numerator nor the denominator, and Idle says how many were left out. */
        SharingResult: {
            /** Format: double */
            denominator: number;
            /** @description Histogram has one bar for each number of tenants that occurs, ascending. */
            histogram: components["schemas"]["SharingBar"][];
            /**
             * Format: int64
             * @description Idle is the number of positions left out by the spatial method because nobody operates there.
             */
            idle: number;
            /**
             * Format: double
             * @description MeanTenants is the tenancy ratio Σ tenants·weight / Σ weight, nil when the denominator is 0.
             */
            mean_tenants: number | null;
            /**
             * Format: double
             * @description MergeDistanceM is the merge distance of MethodSpatial in metres, nil for MethodRegistered.
             */
            merge_distance_m?: number;
            /** @enum {string} */
            method: "registered" | "spatial";
            /**
             * Format: double
             * @description Numerator is the weight of the shared positions, those with two or more distinct operators; Denominator that of all positions. The weight is 1 for counted things and the length in metres for ducts.
             */
            numerator: number;
            /**
             * Format: double
             * @description Ratio is 100 × Numerator / Denominator, in percent from 0 to 100. It is nil, "không có dữ liệu", when the denominator is 0. It is for showing: compare with Result.Compare, which does not round.
             */
            ratio: number | null;
        };
        SignIn: {
            /** @description Tên đăng nhập, không phân biệt hoa thường. / The login, in any case. */
            login: string;
            /**
             * Format: password
             * @description Mật khẩu. / The password.
             */
            password: string;
        };
        /**
         * Vị trí trạm BTS / BTS sites
         * @description Site (vị trí trạm BTS) is a place where antennas stand: a plot or a rooftop. Sharing is a property of the site; a Station is one operator's technology on it (domain.md §0.2).
         */
        Site: {
            /** Địa chỉ / Address */
            address: string | null;
            /**
             * Ngày chấp thuận / Approved on
             * Format: date
             */
            approved_on: string | null;
            /**
             * Loại khu vực / Area class
             * @description Mã trong danh mục area_class, xem /api/v1/codes. / A code of the list area_class, see /api/v1/codes.
             *     AreaClass chooses the service radius; nil takes the class of the commune's kind.
             */
            area_class: string | null;
            /**
             * Ắc quy (giờ) / Battery (h)
             * Format: double
             */
            battery_hours: number | null;
            /**
             * Chiều cao công trình đặt trạm (m) / Host building height (m)
             * Format: double
             */
            building_height_m: number | null;
            /**
             * Ngày xây dựng / Built on
             * Format: date
             */
            built_on: string | null;
            /**
             * Kiểm định đến / Certified until
             * Format: date
             * @description Hệ thống ghi. / Set by the register.
             *     CertificateUntil is the first day without a certificate.
             */
            readonly certificate_until: string | null;
            /**
             * Tuân thủ về kiểm định / Compliance of inspection
             * @description Mã trong danh mục verdict, xem /api/v1/codes. / A code of the list verdict, see /api/v1/codes.
             *     Hệ thống ghi. / Set by the register.
             */
            readonly certificate_verdict: string | null;
            /**
             * Mã / Code
             * @description Code is the owner's code; (kind, owner, code) is unique. A record filed without one gets PositionCode.
             */
            code: string | null;
            /**
             * Xã/phường / Commune
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly commune: string | null;
            /**
             * Mã xã / Commune code
             * @description Hệ thống ghi. / Set by the register.
             *     CommuneCode and Commune are where the geometry lies today, resolved on write.
             */
            readonly commune_code: string | null;
            /**
             * Tạo lúc / Created at
             * Format: date-time
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly created_at: string | null;
            /**
             * Xã/phường khai báo / Declared commune
             * @description DeclaredCommune is the commune as filed: evidence, not the answer.
             */
            declared_commune: string | null;
            /**
             * Mức công khai / Disclosure
             * @description Mã trong danh mục disclosure, xem /api/v1/codes. / A code of the list disclosure, see /api/v1/codes.
             *     Mặc định ordinary khi thêm. / ordinary in a new record that does not give it.
             */
            disclosure: string | null;
            /**
             * Cao độ địa hình (m) / Terrain elevation (m)
             * Format: double
             */
            elevation_m: number | null;
            /**
             * Điểm truy nhập cáp quang / Fibre access point
             * @description FibreAccess says subscribers can be connected to fibre here (tập điểm, ODB): domain.md §1.4.
             */
            fibre_access: boolean | null;
            /**
             * Số vị trí còn trống / Free slots
             * Format: int64
             */
            free_slots: number | null;
            /** Hình học / Geometry */
            geometry: components["schemas"]["Point"];
            /**
             * Chủ mặt bằng / Host
             * @description HostName is personal data: never shown below the department.
             */
            host_name: string | null;
            /**
             * Loại mặt bằng / Host type
             * @description Mã trong danh mục host_type, xem /api/v1/codes. / A code of the list host_type, see /api/v1/codes.
             */
            host_type: string | null;
            /**
             * Số hiệu / Id
             * Format: int64
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly id: number;
            /**
             * Diện tích đất (m²) / Land area (m²)
             * Format: double
             */
            land_area_m2: number | null;
            /** Hình thức sử dụng đất / Land use */
            land_use: string | null;
            /** Hợp đồng thuê mặt bằng / Lease contract */
            lease_contract: string | null;
            /**
             * Tải trọng còn lại (kg) / Spare load (kg)
             * Format: double
             */
            max_load_kg: number | null;
            /** Tên / Name */
            name: string | null;
            /** Ghi chú / Note */
            note: string | null;
            /**
             * Hoạt động từ / Operating from
             * Format: date
             */
            operating_from: string | null;
            /**
             * Hoạt động đến / Operating to
             * Format: date
             * @description OperatingTo is the first day out of service. An interrupted life keeps its last interval here; earlier ones are in the change log.
             */
            operating_to: string | null;
            /**
             * Chủ sở hữu / Owner
             * @description Mã của một tổ chức. / The code of an organization.
             *     Owner is the code of the owning organization; nil when not known.
             */
            owner: string | null;
            /**
             * Chủ sở hữu có thiết bị / Owner has equipment here
             * @description OwnerPresent says the owner's own equipment or cable is here. Only then does the owner count among those who share (NĐ 72/2012 Điều 2).
             */
            owner_present: boolean | null;
            /**
             * Tuân thủ về giấy phép / Compliance of the permit
             * @description Mã trong danh mục verdict, xem /api/v1/codes. / A code of the list verdict, see /api/v1/codes.
             *     Hệ thống ghi. / Set by the register.
             */
            readonly permit_verdict: string | null;
            /**
             * Ngày kế hoạch / Planned on
             * Format: date
             */
            planned_on: string | null;
            /**
             * Nguồn điện / Power
             * @description Mã trong danh mục power, xem /api/v1/codes. / A code of the list power, see /api/v1/codes.
             */
            power: string | null;
            /**
             * Mã tỉnh / Province code
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly province: string | null;
            /** Lý do không chia sẻ / Why not shared */
            refusal_reason: string | null;
            /**
             * Ngày tháo dỡ / Removed on
             * Format: date
             */
            removed_on: string | null;
            /** Tuyến đường / Road */
            road: string | null;
            /**
             * Dùng chung từ / Shared since
             * Format: date
             */
            sharing_since: string | null;
            /** Có nhà trạm / Shelter */
            shelter: boolean | null;
            /**
             * Diện tích nhà trạm (m²) / Shelter area (m²)
             * Format: double
             */
            shelter_area_m2: number | null;
            /**
             * Loại vị trí / Site kind
             * @description Mã trong danh mục site_kind, xem /api/v1/codes. / A code of the list site_kind, see /api/v1/codes.
             */
            site_kind: string | null;
            /** Nguồn / Source */
            source: string | null;
            /**
             * Trạng thái / Status
             * @description Mã trong danh mục status, xem /api/v1/codes. / A code of the list status, see /api/v1/codes.
             *     Mặc định operating khi thêm. / operating in a new record that does not give it.
             */
            status: string;
            /**
             * Tọa độ như đã nộp / Coordinates as submitted
             * @description Submitted is the coordinates as they were written.
             */
            submitted: {
                /** @description Axes is "swapped" when the filer wrote them the other way round and a person confirmed it. */
                axes?: string;
                /** @description such as EPSG:9210 */
                crs?: string;
                /** @description survey method, as filed */
                method?: string;
                /** Format: double */
                precision_m?: number;
                /** @description easting or longitude, verbatim */
                x?: string;
                /** @description northing or latitude, verbatim */
                y?: string;
            } | null;
            /**
             * Truyền dẫn / Transmission
             * @description Mã trong danh mục transmission, xem /api/v1/codes. / A code of the list transmission, see /api/v1/codes.
             */
            transmission: string | null;
            /**
             * Cập nhật lúc / Updated at
             * Format: date-time
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly updated_at: string | null;
            /**
             * Tuân thủ / Compliance
             * @description Mã trong danh mục verdict, xem /api/v1/codes. / A code of the list verdict, see /api/v1/codes.
             *     Hệ thống ghi. / Set by the register.
             *     Verdict says whether the site is lawful today, by its permits, its certificates and the zones it lies in (package compliance); the next two say so of each. Nil where the part is not asked.
             */
            readonly verdict: string | null;
            /**
             * Phiên bản / Version
             * Format: int64
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly version: number;
        };
        /** Bản ghi mới: Vị trí trạm BTS / A new record: BTS sites */
        SiteCreate: WithRequired<components["schemas"]["SitePatch"], "code" | "geometry">;
        /** Một trang: Vị trí trạm BTS / A page: BTS sites */
        SitePage: {
            items: components["schemas"]["Site"][];
            /** @description Đường dẫn của trang sau; null ở trang cuối. / The path of the next page; null on the last. */
            next: string | null;
        };
        /**
         * Thay đổi (RFC 7396): Vị trí trạm BTS / Changes (RFC 7396): BTS sites
         * @description Trường hệ thống ghi, gửi lại nguyên như đã đọc, được bỏ qua. / A field the register sets is left alone when it is sent back as it was read.
         */
        SitePatch: {
            /** Địa chỉ / Address */
            address?: string | null;
            /**
             * Ngày chấp thuận / Approved on
             * Format: date
             */
            approved_on?: string | null;
            /**
             * Loại khu vực / Area class
             * @description Mã trong danh mục area_class, xem /api/v1/codes. / A code of the list area_class, see /api/v1/codes.
             *     AreaClass chooses the service radius; nil takes the class of the commune's kind.
             */
            area_class?: string | null;
            /**
             * Ắc quy (giờ) / Battery (h)
             * Format: double
             */
            battery_hours?: number | null;
            /**
             * Chiều cao công trình đặt trạm (m) / Host building height (m)
             * Format: double
             */
            building_height_m?: number | null;
            /**
             * Ngày xây dựng / Built on
             * Format: date
             */
            built_on?: string | null;
            /**
             * Mã / Code
             * @description Code is the owner's code; (kind, owner, code) is unique. A record filed without one gets PositionCode.
             */
            code?: string;
            /**
             * Xã/phường khai báo / Declared commune
             * @description DeclaredCommune is the commune as filed: evidence, not the answer.
             */
            declared_commune?: string | null;
            /**
             * Mức công khai / Disclosure
             * @description Mã trong danh mục disclosure, xem /api/v1/codes. / A code of the list disclosure, see /api/v1/codes.
             *     Mặc định ordinary khi thêm. / ordinary in a new record that does not give it.
             */
            disclosure?: string;
            /**
             * Cao độ địa hình (m) / Terrain elevation (m)
             * Format: double
             */
            elevation_m?: number | null;
            /**
             * Điểm truy nhập cáp quang / Fibre access point
             * @description FibreAccess says subscribers can be connected to fibre here (tập điểm, ODB): domain.md §1.4.
             */
            fibre_access?: boolean;
            /**
             * Số vị trí còn trống / Free slots
             * Format: int64
             */
            free_slots?: number | null;
            /** Hình học / Geometry */
            geometry?: components["schemas"]["Point"];
            /**
             * Chủ mặt bằng / Host
             * @description HostName is personal data: never shown below the department.
             */
            host_name?: string | null;
            /**
             * Loại mặt bằng / Host type
             * @description Mã trong danh mục host_type, xem /api/v1/codes. / A code of the list host_type, see /api/v1/codes.
             */
            host_type?: string | null;
            /**
             * Diện tích đất (m²) / Land area (m²)
             * Format: double
             */
            land_area_m2?: number | null;
            /** Hình thức sử dụng đất / Land use */
            land_use?: string | null;
            /** Hợp đồng thuê mặt bằng / Lease contract */
            lease_contract?: string | null;
            /**
             * Tải trọng còn lại (kg) / Spare load (kg)
             * Format: double
             */
            max_load_kg?: number | null;
            /** Tên / Name */
            name?: string | null;
            /** Ghi chú / Note */
            note?: string | null;
            /**
             * Hoạt động từ / Operating from
             * Format: date
             */
            operating_from?: string | null;
            /**
             * Hoạt động đến / Operating to
             * Format: date
             * @description OperatingTo is the first day out of service. An interrupted life keeps its last interval here; earlier ones are in the change log.
             */
            operating_to?: string | null;
            /**
             * Chủ sở hữu / Owner
             * @description Mã của một tổ chức. / The code of an organization.
             *     Owner is the code of the owning organization; nil when not known.
             */
            owner?: string | null;
            /**
             * Chủ sở hữu có thiết bị / Owner has equipment here
             * @description OwnerPresent says the owner's own equipment or cable is here. Only then does the owner count among those who share (NĐ 72/2012 Điều 2).
             */
            owner_present?: boolean | null;
            /**
             * Ngày kế hoạch / Planned on
             * Format: date
             */
            planned_on?: string | null;
            /**
             * Nguồn điện / Power
             * @description Mã trong danh mục power, xem /api/v1/codes. / A code of the list power, see /api/v1/codes.
             */
            power?: string | null;
            /** Lý do không chia sẻ / Why not shared */
            refusal_reason?: string | null;
            /**
             * Ngày tháo dỡ / Removed on
             * Format: date
             */
            removed_on?: string | null;
            /** Tuyến đường / Road */
            road?: string | null;
            /**
             * Dùng chung từ / Shared since
             * Format: date
             */
            sharing_since?: string | null;
            /** Có nhà trạm / Shelter */
            shelter?: boolean | null;
            /**
             * Diện tích nhà trạm (m²) / Shelter area (m²)
             * Format: double
             */
            shelter_area_m2?: number | null;
            /**
             * Loại vị trí / Site kind
             * @description Mã trong danh mục site_kind, xem /api/v1/codes. / A code of the list site_kind, see /api/v1/codes.
             */
            site_kind?: string | null;
            /** Nguồn / Source */
            source?: string | null;
            /**
             * Trạng thái / Status
             * @description Mã trong danh mục status, xem /api/v1/codes. / A code of the list status, see /api/v1/codes.
             *     Mặc định operating khi thêm. / operating in a new record that does not give it.
             */
            status?: string;
            /**
             * Tọa độ như đã nộp / Coordinates as submitted
             * @description Submitted is the coordinates as they were written.
             */
            submitted?: {
                /** @description Axes is "swapped" when the filer wrote them the other way round and a person confirmed it. */
                axes?: string;
                /** @description such as EPSG:9210 */
                crs?: string;
                /** @description survey method, as filed */
                method?: string;
                /** Format: double */
                precision_m?: number;
                /** @description easting or longitude, verbatim */
                x?: string;
                /** @description northing or latitude, verbatim */
                y?: string;
            } | null;
            /**
             * Truyền dẫn / Transmission
             * @description Mã trong danh mục transmission, xem /api/v1/codes. / A code of the list transmission, see /api/v1/codes.
             */
            transmission?: string | null;
        };
        SnapDuct: {
            /** @description Dời đầu đoạn không quá số mét này. / How far an end is moved at most, in metres. */
            tolerance_m: number;
        };
        SplitAnswer: {
            ducts: components["schemas"]["Duct"][];
        };
        SplitDuct: {
            /** @description Nơi cắt: phần chiều dài từ đầu đoạn (giữa 0 và 1), hoặc một điểm cách đoạn không quá 20 m. Không cần khi có bể. / Where: the fraction of its length from its first end (between 0 and 1), or a point at most 20 m off. Not needed with a manhole. */
            at?: number | components["schemas"]["Point"];
            /** @description Mã đoạn mới; mặc định là mã cũ thêm số. / The new section's code; by default the old one's with a number. */
            code?: string;
            /**
             * Format: int64
             * @description Số hiệu bể giữa hai đoạn. / The id of the manhole between the sections.
             */
            manhole?: number;
            /** @description Bể mới giữa hai đoạn; geometry mặc định là nơi cắt, owner là của đoạn. / A new manhole between the sections; its geometry is by default where the cut is, its owner the section's. */
            new_manhole?: WithRequired<components["schemas"]["ManholePatch"], "code">;
        };
        /**
         * Xác nhận phủ sóng / Coverage statements
         * @description Statement (xác nhận phủ sóng) is what somebody declared or verified of one village: a layer beside the computed one.
         */
        Statement: {
            /**
             * Từ ngày / From
             * Format: date
             */
            from: string | null;
            /**
             * Số hiệu / Id
             * Format: int64
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly id: number;
            /**
             * Lớp số liệu / Layer
             * @description Mã trong danh mục statement_layer, xem /api/v1/codes. / A code of the list statement_layer, see /api/v1/codes.
             */
            layer: string;
            /**
             * Doanh nghiệp / Operator
             * @description Mã của một tổ chức. / The code of an organization.
             */
            operator: string | null;
            /**
             * Dịch vụ / Service
             * @description Mã trong danh mục service, xem /api/v1/codes. / A code of the list service, see /api/v1/codes.
             *     Service is mobile or fibre.
             */
            service: string;
            /** Nguồn / Source */
            source: string | null;
            /**
             * Tình trạng / State
             * @description Mã trong danh mục coverage_state, xem /api/v1/codes. / A code of the list coverage_state, see /api/v1/codes.
             */
            state: string;
            /**
             * Công nghệ / Technology
             * @description Mã trong danh mục technology, xem /api/v1/codes. / A code of the list technology, see /api/v1/codes.
             */
            technology: string | null;
            /**
             * Đến ngày / To
             * Format: date
             */
            to: string | null;
            /**
             * Phiên bản / Version
             * Format: int64
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly version: number;
            /**
             * Thôn / Village
             * Format: int64
             * @description Số hiệu (id) của một bản ghi villages. / The id of a record of villages.
             */
            village: number;
        };
        /** Bản ghi mới: Xác nhận phủ sóng / A new record: Coverage statements */
        StatementCreate: WithRequired<components["schemas"]["StatementPatch"], "village" | "layer" | "service" | "state">;
        /** Một trang: Xác nhận phủ sóng / A page: Coverage statements */
        StatementPage: {
            items: components["schemas"]["Statement"][];
            /** @description Đường dẫn của trang sau; null ở trang cuối. / The path of the next page; null on the last. */
            next: string | null;
        };
        /**
         * Thay đổi (RFC 7396): Xác nhận phủ sóng / Changes (RFC 7396): Coverage statements
         * @description Trường hệ thống ghi, gửi lại nguyên như đã đọc, được bỏ qua. / A field the register sets is left alone when it is sent back as it was read.
         */
        StatementPatch: {
            /**
             * Từ ngày / From
             * Format: date
             */
            from?: string | null;
            /**
             * Lớp số liệu / Layer
             * @description Mã trong danh mục statement_layer, xem /api/v1/codes. / A code of the list statement_layer, see /api/v1/codes.
             */
            layer?: string;
            /**
             * Doanh nghiệp / Operator
             * @description Mã của một tổ chức. / The code of an organization.
             */
            operator?: string | null;
            /**
             * Dịch vụ / Service
             * @description Mã trong danh mục service, xem /api/v1/codes. / A code of the list service, see /api/v1/codes.
             *     Service is mobile or fibre.
             */
            service?: string;
            /** Nguồn / Source */
            source?: string | null;
            /**
             * Tình trạng / State
             * @description Mã trong danh mục coverage_state, xem /api/v1/codes. / A code of the list coverage_state, see /api/v1/codes.
             */
            state?: string;
            /**
             * Công nghệ / Technology
             * @description Mã trong danh mục technology, xem /api/v1/codes. / A code of the list technology, see /api/v1/codes.
             */
            technology?: string | null;
            /**
             * Đến ngày / To
             * Format: date
             */
            to?: string | null;
            /**
             * Thôn / Village
             * Format: int64
             * @description Số hiệu (id) của một bản ghi villages. / The id of a record of villages.
             */
            village?: number;
        };
        /**
         * Trạm / Stations
         * @description Station (trạm) is one operator's technology on one band at a Site, licensed and counted on its own.
         */
        Station: {
            /**
             * Dùng chung tích cực / Actively shared
             * @description ActiveShared says radio equipment serves several operators (MORAN, MOCN).
             */
            active_shared: boolean | null;
            /**
             * Độ cao ăng ten (m) / Antenna height (m)
             * Format: double
             */
            antenna_height_m: number | null;
            /**
             * Phương vị (°) / Azimuths (°)
             * @description Azimuths lists sector bearings in degrees from true north, comma separated.
             */
            azimuths: string | null;
            /**
             * Băng tần (MHz) / Band (MHz)
             * Format: int64
             */
            band_mhz: number | null;
            /**
             * Độ rộng sóng mang (MHz) / Carrier width (MHz)
             * Format: double
             */
            carrier_mhz: number | null;
            /** Mã ô (MCC-MNC-…) / Cell identity */
            cell_id: string | null;
            /**
             * Mã trạm / Code
             * @description Code is the owner's code; (kind, owner, code) is unique. A record filed without one gets PositionCode.
             */
            code: string | null;
            /**
             * EIRP (dBm)
             * Format: double
             */
            eirp_dbm: number | null;
            /**
             * Độ tăng ích (dBi) / Gain (dBi)
             * Format: double
             */
            gain_dbi: number | null;
            /**
             * Vị trí / Position
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly geometry: components["schemas"]["Point"];
            /**
             * Số hiệu / Id
             * Format: int64
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly id: number;
            /**
             * Cột / Mast
             * Format: int64
             * @description Số hiệu (id) của một bản ghi masts. / The id of a record of masts.
             */
            mast: number | null;
            /** Tên trạm / Name */
            name: string | null;
            /** Ghi chú / Note */
            note: string | null;
            /**
             * Phát sóng từ / On air from
             * Format: date
             */
            on_air_from: string | null;
            /**
             * Phát sóng đến / On air to
             * Format: date
             */
            on_air_to: string | null;
            /**
             * Doanh nghiệp / Operator
             * @description Mã của một tổ chức. / The code of an organization.
             */
            operator: string | null;
            /** Đối tác dùng chung tích cực / Active-sharing partners */
            partners: string | null;
            /**
             * Số sector / Sectors
             * Format: int64
             */
            sectors: number | null;
            /**
             * Vị trí / Site
             * Format: int64
             * @description Số hiệu (id) của một bản ghi sites. / The id of a record of sites.
             */
            site: number | null;
            /**
             * Mã vị trí / Site code
             * @description Hệ thống ghi. / Set by the register.
             *     SiteCode and Geometry are the site's.
             */
            readonly site_code: string | null;
            /**
             * Công nghệ / Technology
             * @description Mã trong danh mục technology, xem /api/v1/codes. / A code of the list technology, see /api/v1/codes.
             *     Technology is a code of the technology list: 2G, 3G, 4G, 5G, or a non-broadband one such as TETRA or DAB.
             */
            technology: string;
            /**
             * Góc ngẩng (°) / Tilt (°)
             * Format: double
             */
            tilt_deg: number | null;
            /**
             * Phiên bản / Version
             * Format: int64
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly version: number;
        };
        /** Bản ghi mới: Trạm / A new record: Stations */
        StationCreate: WithRequired<components["schemas"]["StationPatch"], "site" | "code" | "operator" | "technology">;
        /** Một trang: Trạm / A page: Stations */
        StationPage: {
            items: components["schemas"]["Station"][];
            /** @description Đường dẫn của trang sau; null ở trang cuối. / The path of the next page; null on the last. */
            next: string | null;
        };
        /**
         * Thay đổi (RFC 7396): Trạm / Changes (RFC 7396): Stations
         * @description Trường hệ thống ghi, gửi lại nguyên như đã đọc, được bỏ qua. / A field the register sets is left alone when it is sent back as it was read.
         */
        StationPatch: {
            /**
             * Dùng chung tích cực / Actively shared
             * @description ActiveShared says radio equipment serves several operators (MORAN, MOCN).
             */
            active_shared?: boolean;
            /**
             * Độ cao ăng ten (m) / Antenna height (m)
             * Format: double
             */
            antenna_height_m?: number | null;
            /**
             * Phương vị (°) / Azimuths (°)
             * @description Azimuths lists sector bearings in degrees from true north, comma separated.
             */
            azimuths?: string | null;
            /**
             * Băng tần (MHz) / Band (MHz)
             * Format: int64
             */
            band_mhz?: number | null;
            /**
             * Độ rộng sóng mang (MHz) / Carrier width (MHz)
             * Format: double
             */
            carrier_mhz?: number | null;
            /** Mã ô (MCC-MNC-…) / Cell identity */
            cell_id?: string | null;
            /**
             * Mã trạm / Code
             * @description Code is the owner's code; (kind, owner, code) is unique. A record filed without one gets PositionCode.
             */
            code?: string;
            /**
             * EIRP (dBm)
             * Format: double
             */
            eirp_dbm?: number | null;
            /**
             * Độ tăng ích (dBi) / Gain (dBi)
             * Format: double
             */
            gain_dbi?: number | null;
            /**
             * Cột / Mast
             * Format: int64
             * @description Số hiệu (id) của một bản ghi masts. / The id of a record of masts.
             */
            mast?: number | null;
            /** Tên trạm / Name */
            name?: string | null;
            /** Ghi chú / Note */
            note?: string | null;
            /**
             * Phát sóng từ / On air from
             * Format: date
             */
            on_air_from?: string | null;
            /**
             * Phát sóng đến / On air to
             * Format: date
             */
            on_air_to?: string | null;
            /**
             * Doanh nghiệp / Operator
             * @description Mã của một tổ chức. / The code of an organization.
             */
            operator?: string;
            /** Đối tác dùng chung tích cực / Active-sharing partners */
            partners?: string | null;
            /**
             * Số sector / Sectors
             * Format: int64
             */
            sectors?: number | null;
            /**
             * Vị trí / Site
             * Format: int64
             * @description Số hiệu (id) của một bản ghi sites. / The id of a record of sites.
             */
            site?: number;
            /**
             * Công nghệ / Technology
             * @description Mã trong danh mục technology, xem /api/v1/codes. / A code of the list technology, see /api/v1/codes.
             *     Technology is a code of the technology list: 2G, 3G, 4G, 5G, or a non-broadband one such as TETRA or DAB.
             */
            technology?: string;
            /**
             * Góc ngẩng (°) / Tilt (°)
             * Format: double
             */
            tilt_deg?: number | null;
        };
        /**
         * Tuyến đường trong danh mục / Listed streets
         * @description Street (tuyến đường trong danh mục) is a street, or a part of one, on a published list: to be undergrounded (hạ ngầm) by a day, in need of shared works (Sở Xây dựng's list), not to hang cables on. A street of several branches is several entries.
         */
        Street: {
            /**
             * Loại cột được phép / Allowed mast classes
             * @description Các mã trong danh mục mast_class, cách nhau bằng dấu chấm phẩy. / Codes of the list mast_class, joined by semicolons.
             */
            allowed_classes: string | null;
            /**
             * Mã / Code
             * @description Code is the owner's code; (kind, owner, code) is unique. A record filed without one gets PositionCode.
             */
            code: string;
            /**
             * Thời hạn thực hiện / Deadline
             * Format: date
             */
            deadline: string | null;
            /**
             * Ngày quyết định / Decided on
             * Format: date
             */
            decided_on: string | null;
            /** Số quyết định / Decision number */
            decision_number: string | null;
            /**
             * Loại cột bị cấm / Forbidden mast classes
             * @description Các mã trong danh mục mast_class, cách nhau bằng dấu chấm phẩy. / Codes of the list mast_class, joined by semicolons.
             */
            forbidden_classes: string | null;
            /** Từ / From */
            from_text: string | null;
            /** Tim đường / Centre line */
            geometry: components["schemas"]["LineString"];
            /**
             * Mốc chiều cao / Height above
             * @description Mã trong danh mục height_datum, xem /api/v1/codes. / A code of the list height_datum, see /api/v1/codes.
             *     Mặc định ground khi thêm. / ground in a new record that does not give it.
             */
            height_datum: string;
            /**
             * Giới hạn chiều cao (m) / Height limit (m)
             * Format: double
             */
            height_limit_m: number | null;
            /**
             * Số hiệu / Id
             * Format: int64
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly id: number;
            /** Cơ quan ban hành / Issuer */
            issuer: string | null;
            /**
             * Chiều dài (m) / Length (m)
             * Format: double
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly length_m: number | null;
            /** Tên / Name */
            name: string;
            /** Ghi chú / Note */
            note: string | null;
            /**
             * Phạm vi hai bên (m) / Reach to either side (m)
             * Format: double
             * @description ReachM is how far from the line a work still stands on the street, in metres; null for the province's setting street_reach_m.
             */
            reach_m: number | null;
            /**
             * Loại danh mục / List
             * @description Mã trong danh mục street_kind, xem /api/v1/codes. / A code of the list street_kind, see /api/v1/codes.
             */
            street_kind: string;
            /** Đến / To */
            to_text: string | null;
            /**
             * Hiệu lực từ / Valid from
             * Format: date
             */
            valid_from: string | null;
            /**
             * Hiệu lực đến / Valid to
             * Format: date
             */
            valid_to: string | null;
            /**
             * Phiên bản / Version
             * Format: int64
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly version: number;
        };
        /** Bản ghi mới: Tuyến đường trong danh mục / A new record: Listed streets */
        StreetCreate: WithRequired<components["schemas"]["StreetPatch"], "code" | "name" | "street_kind" | "geometry">;
        /** Một trang: Tuyến đường trong danh mục / A page: Listed streets */
        StreetPage: {
            items: components["schemas"]["Street"][];
            /** @description Đường dẫn của trang sau; null ở trang cuối. / The path of the next page; null on the last. */
            next: string | null;
        };
        /**
         * Thay đổi (RFC 7396): Tuyến đường trong danh mục / Changes (RFC 7396): Listed streets
         * @description Trường hệ thống ghi, gửi lại nguyên như đã đọc, được bỏ qua. / A field the register sets is left alone when it is sent back as it was read.
         */
        StreetPatch: {
            /**
             * Loại cột được phép / Allowed mast classes
             * @description Các mã trong danh mục mast_class, cách nhau bằng dấu chấm phẩy. / Codes of the list mast_class, joined by semicolons.
             */
            allowed_classes?: string | null;
            /**
             * Mã / Code
             * @description Code is the owner's code; (kind, owner, code) is unique. A record filed without one gets PositionCode.
             */
            code?: string;
            /**
             * Thời hạn thực hiện / Deadline
             * Format: date
             */
            deadline?: string | null;
            /**
             * Ngày quyết định / Decided on
             * Format: date
             */
            decided_on?: string | null;
            /** Số quyết định / Decision number */
            decision_number?: string | null;
            /**
             * Loại cột bị cấm / Forbidden mast classes
             * @description Các mã trong danh mục mast_class, cách nhau bằng dấu chấm phẩy. / Codes of the list mast_class, joined by semicolons.
             */
            forbidden_classes?: string | null;
            /** Từ / From */
            from_text?: string | null;
            /** Tim đường / Centre line */
            geometry?: components["schemas"]["LineString"];
            /**
             * Mốc chiều cao / Height above
             * @description Mã trong danh mục height_datum, xem /api/v1/codes. / A code of the list height_datum, see /api/v1/codes.
             *     Mặc định ground khi thêm. / ground in a new record that does not give it.
             */
            height_datum?: string;
            /**
             * Giới hạn chiều cao (m) / Height limit (m)
             * Format: double
             */
            height_limit_m?: number | null;
            /** Cơ quan ban hành / Issuer */
            issuer?: string | null;
            /** Tên / Name */
            name?: string;
            /** Ghi chú / Note */
            note?: string | null;
            /**
             * Phạm vi hai bên (m) / Reach to either side (m)
             * Format: double
             * @description ReachM is how far from the line a work still stands on the street, in metres; null for the province's setting street_reach_m.
             */
            reach_m?: number | null;
            /**
             * Loại danh mục / List
             * @description Mã trong danh mục street_kind, xem /api/v1/codes. / A code of the list street_kind, see /api/v1/codes.
             */
            street_kind?: string;
            /** Đến / To */
            to_text?: string | null;
            /**
             * Hiệu lực từ / Valid from
             * Format: date
             */
            valid_from?: string | null;
            /**
             * Hiệu lực đến / Valid to
             * Format: date
             */
            valid_to?: string | null;
        };
        /**
         * Dùng chung / Tenancies
         * @description Tenancy (bên thuê, dùng chung) places one organization's equipment or cable on an asset for a period. Periods make any past ratio computable again.
         */
        Tenancy: {
            /**
             * Công trình / Asset
             * Format: int64
             */
            asset: number;
            /**
             * Loại công trình / Asset kind
             * @description Mã trong danh mục asset_kind, xem /api/v1/codes. / A code of the list asset_kind, see /api/v1/codes.
             *     AssetKind and Asset name the host.
             */
            asset_kind: string;
            /**
             * Số tủ, hộp / Boxes
             * Format: int64
             */
            boxes: number | null;
            /** Số hợp đồng / Contract */
            contract: string | null;
            /** Chứng cứ / Evidence */
            evidence: string | null;
            /**
             * Từ ngày / From
             * Format: date
             */
            from: string | null;
            /**
             * Số hiệu / Id
             * Format: int64
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly id: number;
            /** Ghi chú / Note */
            note: string | null;
            /**
             * Chủ sở hữu xác nhận / Owner says
             * @description Mã trong danh mục confirmation, xem /api/v1/codes. / A code of the list confirmation, see /api/v1/codes.
             *     Mặc định unconfirmed khi thêm. / unconfirmed in a new record that does not give it.
             */
            owner_says: string | null;
            /**
             * Nội dung / Placed
             * @description Mã trong danh mục placement, xem /api/v1/codes. / A code of the list placement, see /api/v1/codes.
             *     Mặc định equipment khi thêm. / equipment in a new record that does not give it.
             *     Placement is what stands or hangs there: equipment, cable, duct, other.
             */
            placement: string;
            /**
             * Số vị trí, sợi, ống / Slots
             * Format: int64
             */
            slots: number | null;
            /**
             * Bên thuê / Tenant
             * @description Mã của một tổ chức. / The code of an organization.
             */
            tenant: string | null;
            /**
             * Bên thuê xác nhận / Tenant says
             * @description Mã trong danh mục confirmation, xem /api/v1/codes. / A code of the list confirmation, see /api/v1/codes.
             *     Mặc định unconfirmed khi thêm. / unconfirmed in a new record that does not give it.
             */
            tenant_says: string | null;
            /**
             * Đến ngày / To
             * Format: date
             */
            to: string | null;
            /**
             * Phiên bản / Version
             * Format: int64
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly version: number;
        };
        /** Bản ghi mới: Dùng chung / A new record: Tenancies */
        TenancyCreate: WithRequired<components["schemas"]["TenancyPatch"], "asset_kind" | "asset" | "tenant">;
        /** Một trang: Dùng chung / A page: Tenancies */
        TenancyPage: {
            items: components["schemas"]["Tenancy"][];
            /** @description Đường dẫn của trang sau; null ở trang cuối. / The path of the next page; null on the last. */
            next: string | null;
        };
        /**
         * Thay đổi (RFC 7396): Dùng chung / Changes (RFC 7396): Tenancies
         * @description Trường hệ thống ghi, gửi lại nguyên như đã đọc, được bỏ qua. / A field the register sets is left alone when it is sent back as it was read.
         */
        TenancyPatch: {
            /**
             * Công trình / Asset
             * Format: int64
             */
            asset?: number;
            /**
             * Loại công trình / Asset kind
             * @description Mã trong danh mục asset_kind, xem /api/v1/codes. / A code of the list asset_kind, see /api/v1/codes.
             *     AssetKind and Asset name the host.
             */
            asset_kind?: string;
            /**
             * Số tủ, hộp / Boxes
             * Format: int64
             */
            boxes?: number | null;
            /** Số hợp đồng / Contract */
            contract?: string | null;
            /** Chứng cứ / Evidence */
            evidence?: string | null;
            /**
             * Từ ngày / From
             * Format: date
             */
            from?: string | null;
            /** Ghi chú / Note */
            note?: string | null;
            /**
             * Chủ sở hữu xác nhận / Owner says
             * @description Mã trong danh mục confirmation, xem /api/v1/codes. / A code of the list confirmation, see /api/v1/codes.
             *     Mặc định unconfirmed khi thêm. / unconfirmed in a new record that does not give it.
             */
            owner_says?: string;
            /**
             * Nội dung / Placed
             * @description Mã trong danh mục placement, xem /api/v1/codes. / A code of the list placement, see /api/v1/codes.
             *     Mặc định equipment khi thêm. / equipment in a new record that does not give it.
             *     Placement is what stands or hangs there: equipment, cable, duct, other.
             */
            placement?: string;
            /**
             * Số vị trí, sợi, ống / Slots
             * Format: int64
             */
            slots?: number | null;
            /**
             * Bên thuê / Tenant
             * @description Mã của một tổ chức. / The code of an organization.
             */
            tenant?: string;
            /**
             * Bên thuê xác nhận / Tenant says
             * @description Mã trong danh mục confirmation, xem /api/v1/codes. / A code of the list confirmation, see /api/v1/codes.
             *     Mặc định unconfirmed khi thêm. / unconfirmed in a new record that does not give it.
             */
            tenant_says?: string;
            /**
             * Đến ngày / To
             * Format: date
             */
            to?: string | null;
        };
        /** @description Text is one sentence in both languages of the product, Vietnamese first. */
        Text: {
            en: string;
            vi: string;
        };
        /**
         * Hào, tuy nen kỹ thuật / Trenches
         * @description Trench (hào, tuy nen kỹ thuật) is an underground way that several sectors use.
         */
        Trench: {
            /** Địa chỉ / Address */
            address: string | null;
            /**
             * Ngày chấp thuận / Approved on
             * Format: date
             */
            approved_on: string | null;
            /**
             * Ngày xây dựng / Built on
             * Format: date
             */
            built_on: string | null;
            /** Sức chứa / Capacity */
            capacity_text: string | null;
            /**
             * Mã / Code
             * @description Code is the owner's code; (kind, owner, code) is unique. A record filed without one gets PositionCode.
             */
            code: string | null;
            /**
             * Xã/phường / Commune
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly commune: string | null;
            /**
             * Mã xã / Commune code
             * @description Hệ thống ghi. / Set by the register.
             *     CommuneCode and Commune are where the geometry lies today, resolved on write.
             */
            readonly commune_code: string | null;
            /**
             * Tạo lúc / Created at
             * Format: date-time
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly created_at: string | null;
            /** Quyết định giá thuê / Rental decision */
            decision: string | null;
            /**
             * Xã/phường khai báo / Declared commune
             * @description DeclaredCommune is the commune as filed: evidence, not the answer.
             */
            declared_commune: string | null;
            /**
             * Độ sâu (m) / Depth (m)
             * Format: double
             */
            depth_m: number | null;
            /**
             * Mức công khai / Disclosure
             * @description Mã trong danh mục disclosure, xem /api/v1/codes. / A code of the list disclosure, see /api/v1/codes.
             *     Mặc định ordinary khi thêm. / ordinary in a new record that does not give it.
             */
            disclosure: string | null;
            /**
             * Điểm truy nhập cáp quang / Fibre access point
             * @description FibreAccess says subscribers can be connected to fibre here (tập điểm, ODB): domain.md §1.4.
             */
            fibre_access: boolean | null;
            /** Đạt PCCC / Fire and gas safety */
            fire_safety: boolean | null;
            /** Hình học / Geometry */
            geometry: components["schemas"]["NullableLineString"];
            /**
             * Cao (m) / Height (m)
             * Format: double
             */
            height_m: number | null;
            /**
             * Số hiệu / Id
             * Format: int64
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly id: number;
            /**
             * Chiều dài (m) / Length (m)
             * Format: double
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly length_m: number | null;
            /**
             * Đơn vị quản lý vận hành / Manager
             * @description Mã của một tổ chức. / The code of an organization.
             */
            manager: string | null;
            /** Tên / Name */
            name: string | null;
            /** Ghi chú / Note */
            note: string | null;
            /**
             * Hoạt động từ / Operating from
             * Format: date
             */
            operating_from: string | null;
            /**
             * Hoạt động đến / Operating to
             * Format: date
             * @description OperatingTo is the first day out of service. An interrupted life keeps its last interval here; earlier ones are in the change log.
             */
            operating_to: string | null;
            /**
             * Chủ sở hữu / Owner
             * @description Mã của một tổ chức. / The code of an organization.
             *     Owner is the code of the owning organization; nil when not known.
             */
            owner: string | null;
            /**
             * Chủ sở hữu có thiết bị / Owner has equipment here
             * @description OwnerPresent says the owner's own equipment or cable is here. Only then does the owner count among those who share (NĐ 72/2012 Điều 2).
             */
            owner_present: boolean | null;
            /**
             * Ngày kế hoạch / Planned on
             * Format: date
             */
            planned_on: string | null;
            /**
             * Mã tỉnh / Province code
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly province: string | null;
            /**
             * Ngày tháo dỡ / Removed on
             * Format: date
             */
            removed_on: string | null;
            /** Tuyến đường / Road */
            road: string | null;
            /** Ngành sử dụng / Sectors inside */
            sectors: string | null;
            /** Nguồn / Source */
            source: string | null;
            /**
             * Trạng thái / Status
             * @description Mã trong danh mục status, xem /api/v1/codes. / A code of the list status, see /api/v1/codes.
             *     Mặc định operating khi thêm. / operating in a new record that does not give it.
             */
            status: string;
            /**
             * Tọa độ như đã nộp / Coordinates as submitted
             * @description Submitted is the coordinates as they were written.
             */
            submitted: {
                /** @description Axes is "swapped" when the filer wrote them the other way round and a person confirmed it. */
                axes?: string;
                /** @description such as EPSG:9210 */
                crs?: string;
                /** @description survey method, as filed */
                method?: string;
                /** Format: double */
                precision_m?: number;
                /** @description easting or longitude, verbatim */
                x?: string;
                /** @description northing or latitude, verbatim */
                y?: string;
            } | null;
            /**
             * Loại / Type
             * @description Mã trong danh mục trench_type, xem /api/v1/codes. / A code of the list trench_type, see /api/v1/codes.
             */
            trench_type: string | null;
            /**
             * Cập nhật lúc / Updated at
             * Format: date-time
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly updated_at: string | null;
            /**
             * Phiên bản / Version
             * Format: int64
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly version: number;
            /**
             * Rộng (m) / Width (m)
             * Format: double
             */
            width_m: number | null;
        };
        /** Bản ghi mới: Hào, tuy nen kỹ thuật / A new record: Trenches */
        TrenchCreate: WithRequired<components["schemas"]["TrenchPatch"], "code" | "geometry">;
        /** Một trang: Hào, tuy nen kỹ thuật / A page: Trenches */
        TrenchPage: {
            items: components["schemas"]["Trench"][];
            /** @description Đường dẫn của trang sau; null ở trang cuối. / The path of the next page; null on the last. */
            next: string | null;
        };
        /**
         * Thay đổi (RFC 7396): Hào, tuy nen kỹ thuật / Changes (RFC 7396): Trenches
         * @description Trường hệ thống ghi, gửi lại nguyên như đã đọc, được bỏ qua. / A field the register sets is left alone when it is sent back as it was read.
         */
        TrenchPatch: {
            /** Địa chỉ / Address */
            address?: string | null;
            /**
             * Ngày chấp thuận / Approved on
             * Format: date
             */
            approved_on?: string | null;
            /**
             * Ngày xây dựng / Built on
             * Format: date
             */
            built_on?: string | null;
            /** Sức chứa / Capacity */
            capacity_text?: string | null;
            /**
             * Mã / Code
             * @description Code is the owner's code; (kind, owner, code) is unique. A record filed without one gets PositionCode.
             */
            code?: string;
            /** Quyết định giá thuê / Rental decision */
            decision?: string | null;
            /**
             * Xã/phường khai báo / Declared commune
             * @description DeclaredCommune is the commune as filed: evidence, not the answer.
             */
            declared_commune?: string | null;
            /**
             * Độ sâu (m) / Depth (m)
             * Format: double
             */
            depth_m?: number | null;
            /**
             * Mức công khai / Disclosure
             * @description Mã trong danh mục disclosure, xem /api/v1/codes. / A code of the list disclosure, see /api/v1/codes.
             *     Mặc định ordinary khi thêm. / ordinary in a new record that does not give it.
             */
            disclosure?: string;
            /**
             * Điểm truy nhập cáp quang / Fibre access point
             * @description FibreAccess says subscribers can be connected to fibre here (tập điểm, ODB): domain.md §1.4.
             */
            fibre_access?: boolean;
            /** Đạt PCCC / Fire and gas safety */
            fire_safety?: boolean | null;
            /** Hình học / Geometry */
            geometry?: components["schemas"]["LineString"];
            /**
             * Cao (m) / Height (m)
             * Format: double
             */
            height_m?: number | null;
            /**
             * Đơn vị quản lý vận hành / Manager
             * @description Mã của một tổ chức. / The code of an organization.
             */
            manager?: string | null;
            /** Tên / Name */
            name?: string | null;
            /** Ghi chú / Note */
            note?: string | null;
            /**
             * Hoạt động từ / Operating from
             * Format: date
             */
            operating_from?: string | null;
            /**
             * Hoạt động đến / Operating to
             * Format: date
             * @description OperatingTo is the first day out of service. An interrupted life keeps its last interval here; earlier ones are in the change log.
             */
            operating_to?: string | null;
            /**
             * Chủ sở hữu / Owner
             * @description Mã của một tổ chức. / The code of an organization.
             *     Owner is the code of the owning organization; nil when not known.
             */
            owner?: string | null;
            /**
             * Chủ sở hữu có thiết bị / Owner has equipment here
             * @description OwnerPresent says the owner's own equipment or cable is here. Only then does the owner count among those who share (NĐ 72/2012 Điều 2).
             */
            owner_present?: boolean | null;
            /**
             * Ngày kế hoạch / Planned on
             * Format: date
             */
            planned_on?: string | null;
            /**
             * Ngày tháo dỡ / Removed on
             * Format: date
             */
            removed_on?: string | null;
            /** Tuyến đường / Road */
            road?: string | null;
            /** Ngành sử dụng / Sectors inside */
            sectors?: string | null;
            /** Nguồn / Source */
            source?: string | null;
            /**
             * Trạng thái / Status
             * @description Mã trong danh mục status, xem /api/v1/codes. / A code of the list status, see /api/v1/codes.
             *     Mặc định operating khi thêm. / operating in a new record that does not give it.
             */
            status?: string;
            /**
             * Tọa độ như đã nộp / Coordinates as submitted
             * @description Submitted is the coordinates as they were written.
             */
            submitted?: {
                /** @description Axes is "swapped" when the filer wrote them the other way round and a person confirmed it. */
                axes?: string;
                /** @description such as EPSG:9210 */
                crs?: string;
                /** @description survey method, as filed */
                method?: string;
                /** Format: double */
                precision_m?: number;
                /** @description easting or longitude, verbatim */
                x?: string;
                /** @description northing or latitude, verbatim */
                y?: string;
            } | null;
            /**
             * Loại / Type
             * @description Mã trong danh mục trench_type, xem /api/v1/codes. / A code of the list trench_type, see /api/v1/codes.
             */
            trench_type?: string | null;
            /**
             * Rộng (m) / Width (m)
             * Format: double
             */
            width_m?: number | null;
        };
        /**
         * Đơn vị hành chính / Administrative units
         * @description Unit (đơn vị hành chính) is a province, district or commune as it was in a period. Codes were used again with another meaning on 2025-07-01 and on 2026-04-30, so a code is no identity: (level, code, ValidFrom) is.
         */
        Unit: {
            /**
             * Diện tích công bố (km²) / Declared area (km²)
             * Format: double
             */
            area_km2: number | null;
            /**
             * Mã / Code
             * @description Code is the owner's code; (kind, owner, code) is unique. A record filed without one gets PositionCode.
             */
            code: string;
            /** Ranh giới / Boundary */
            geometry: components["schemas"]["NullableMultiPolygon"];
            /**
             * Số hiệu / Id
             * Format: int64
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly id: number;
            /**
             * Cấp / Level
             * @description Mã trong danh mục unit_level, xem /api/v1/codes. / A code of the list unit_level, see /api/v1/codes.
             */
            level: string;
            /** Tên / Name */
            name: string;
            /**
             * Trực thuộc / Parent
             * Format: int64
             * @description Số hiệu (id) của một bản ghi units. / The id of a record of units.
             */
            parent: number | null;
            /**
             * Dân số / Population
             * Format: int64
             */
            population: number | null;
            /** Mã tỉnh / Province code */
            province: string | null;
            /**
             * Loại / Kind
             * @description Mã trong danh mục unit_kind, xem /api/v1/codes. / A code of the list unit_kind, see /api/v1/codes.
             */
            unit_kind: string | null;
            /**
             * Hiệu lực từ / Valid from
             * Format: date
             */
            valid_from: string | null;
            /**
             * Hiệu lực đến / Valid to
             * Format: date
             */
            valid_to: string | null;
            /**
             * Phiên bản / Version
             * Format: int64
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly version: number;
        };
        /** Bản ghi mới: Đơn vị hành chính / A new record: Administrative units */
        UnitCreate: WithRequired<components["schemas"]["UnitPatch"], "level" | "code" | "name">;
        /** Một trang: Đơn vị hành chính / A page: Administrative units */
        UnitPage: {
            items: components["schemas"]["Unit"][];
            /** @description Đường dẫn của trang sau; null ở trang cuối. / The path of the next page; null on the last. */
            next: string | null;
        };
        /**
         * Thay đổi (RFC 7396): Đơn vị hành chính / Changes (RFC 7396): Administrative units
         * @description Trường hệ thống ghi, gửi lại nguyên như đã đọc, được bỏ qua. / A field the register sets is left alone when it is sent back as it was read.
         */
        UnitPatch: {
            /**
             * Diện tích công bố (km²) / Declared area (km²)
             * Format: double
             */
            area_km2?: number | null;
            /**
             * Mã / Code
             * @description Code is the owner's code; (kind, owner, code) is unique. A record filed without one gets PositionCode.
             */
            code?: string;
            /** Ranh giới / Boundary */
            geometry?: components["schemas"]["NullableMultiPolygon"];
            /**
             * Cấp / Level
             * @description Mã trong danh mục unit_level, xem /api/v1/codes. / A code of the list unit_level, see /api/v1/codes.
             */
            level?: string;
            /** Tên / Name */
            name?: string;
            /**
             * Trực thuộc / Parent
             * Format: int64
             * @description Số hiệu (id) của một bản ghi units. / The id of a record of units.
             */
            parent?: number | null;
            /**
             * Dân số / Population
             * Format: int64
             */
            population?: number | null;
            /** Mã tỉnh / Province code */
            province?: string | null;
            /**
             * Loại / Kind
             * @description Mã trong danh mục unit_kind, xem /api/v1/codes. / A code of the list unit_kind, see /api/v1/codes.
             */
            unit_kind?: string | null;
            /**
             * Hiệu lực từ / Valid from
             * Format: date
             */
            valid_from?: string | null;
            /**
             * Hiệu lực đến / Valid to
             * Format: date
             */
            valid_to?: string | null;
        };
        /** @description Verification says which warnings a filer has looked at, and why they are right. */
        Verification: {
            column?: string;
            /**
             * Format: int64
             * @description No names one finding; 0 takes all of Rule, or of Rule in Column.
             */
            no?: number;
            /** @description Reason is why, in the filer's words; "" takes the verification back. */
            reason: string;
            rule?: string;
        };
        /** @description Verified is a filer's word that what looks wrong is right (xác nhận). */
        Verified: {
            /** Format: date-time */
            at: string;
            by: string;
            reason: string;
        };
        /**
         * Thôn, khu phố / Villages
         * @description Village (thôn, bản, ấp, khu phố, tổ dân phố) is what the plans' coverage is counted in. It has no national code. Its Geometry is the centre: the culture house (nhà văn hóa), where coverage is determined (CV 1603/BTTTT-CVT).
         */
        Village: {
            /**
             * Cụm dân cư / Clusters
             * @description Clusters are the inhabited parts (cụm dân cư); one of them without signal makes a covered village lõm sóng.
             */
            clusters: components["schemas"]["Cluster"][] | null;
            /**
             * Mã / Code
             * @description Code is the owner's code; (kind, owner, code) is unique. A record filed without one gets PositionCode.
             */
            code: string;
            /**
             * Xã/phường / Commune
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly commune: string | null;
            /**
             * Mã xã / Commune code
             * @description Hệ thống ghi. / Set by the register.
             *     CommuneCode and Commune are where the geometry lies today, resolved on write.
             */
            readonly commune_code: string | null;
            /**
             * Xã/phường khai báo / Declared commune
             * @description DeclaredCommune is the commune as filed: evidence, not the answer.
             */
            declared_commune: string | null;
            /** Nhà văn hóa / Culture house */
            geometry: components["schemas"]["NullablePoint"];
            /** Có điện lưới / Grid power */
            grid_power: boolean | null;
            /**
             * Số hộ / Households
             * Format: int64
             */
            households: number | null;
            /**
             * Số hiệu / Id
             * Format: int64
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly id: number;
            /** Tên / Name */
            name: string;
            /**
             * Dân số / Population
             * Format: int64
             */
            population: number | null;
            /**
             * Mã tỉnh / Province code
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly province: string | null;
            /**
             * Đặc biệt khó khăn / Special difficulty
             * @description SpecialDifficulty marks eligibility for the public-service telecom fund.
             */
            special_difficulty: boolean | null;
            /**
             * Hiệu lực từ / Valid from
             * Format: date
             */
            valid_from: string | null;
            /**
             * Hiệu lực đến / Valid to
             * Format: date
             */
            valid_to: string | null;
            /**
             * Phiên bản / Version
             * Format: int64
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly version: number;
            /**
             * Loại / Kind
             * @description Mã trong danh mục village_kind, xem /api/v1/codes. / A code of the list village_kind, see /api/v1/codes.
             */
            village_kind: string | null;
        };
        /** Bản ghi mới: Thôn, khu phố / A new record: Villages */
        VillageCreate: WithRequired<components["schemas"]["VillagePatch"], "code" | "name">;
        /** Một trang: Thôn, khu phố / A page: Villages */
        VillagePage: {
            items: components["schemas"]["Village"][];
            /** @description Đường dẫn của trang sau; null ở trang cuối. / The path of the next page; null on the last. */
            next: string | null;
        };
        /**
         * Thay đổi (RFC 7396): Thôn, khu phố / Changes (RFC 7396): Villages
         * @description Trường hệ thống ghi, gửi lại nguyên như đã đọc, được bỏ qua. / A field the register sets is left alone when it is sent back as it was read.
         */
        VillagePatch: {
            /**
             * Cụm dân cư / Clusters
             * @description Clusters are the inhabited parts (cụm dân cư); one of them without signal makes a covered village lõm sóng.
             */
            clusters?: components["schemas"]["Cluster"][] | null;
            /**
             * Mã / Code
             * @description Code is the owner's code; (kind, owner, code) is unique. A record filed without one gets PositionCode.
             */
            code?: string;
            /**
             * Xã/phường khai báo / Declared commune
             * @description DeclaredCommune is the commune as filed: evidence, not the answer.
             */
            declared_commune?: string | null;
            /** Nhà văn hóa / Culture house */
            geometry?: components["schemas"]["NullablePoint"];
            /** Có điện lưới / Grid power */
            grid_power?: boolean | null;
            /**
             * Số hộ / Households
             * Format: int64
             */
            households?: number | null;
            /** Tên / Name */
            name?: string;
            /**
             * Dân số / Population
             * Format: int64
             */
            population?: number | null;
            /**
             * Đặc biệt khó khăn / Special difficulty
             * @description SpecialDifficulty marks eligibility for the public-service telecom fund.
             */
            special_difficulty?: boolean | null;
            /**
             * Hiệu lực từ / Valid from
             * Format: date
             */
            valid_from?: string | null;
            /**
             * Hiệu lực đến / Valid to
             * Format: date
             */
            valid_to?: string | null;
            /**
             * Loại / Kind
             * @description Mã trong danh mục village_kind, xem /api/v1/codes. / A code of the list village_kind, see /api/v1/codes.
             */
            village_kind?: string | null;
        };
        /**
         * Vi phạm / Violations
         * @description Violation (vi phạm) is what a work was found to break, and what became of it: recorded, notified, remedied, closed (domain.md §5.5).
         */
        Violation: {
            /**
             * Công trình / Asset
             * Format: int64
             */
            asset: number;
            /**
             * Loại công trình / Asset kind
             * @description Mã trong danh mục asset_kind, xem /api/v1/codes. / A code of the list asset_kind, see /api/v1/codes.
             */
            asset_kind: string;
            /** Điều khoản / Clause */
            clause: string;
            /**
             * Ngày kết thúc / Closed on
             * Format: date
             */
            closed_on: string | null;
            /**
             * Số biên bản / Code
             * @description Code is the owner's code; (kind, owner, code) is unique. A record filed without one gets PositionCode.
             */
            code: string;
            /**
             * Tạo lúc / Created at
             * Format: date-time
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly created_at: string;
            /**
             * Hạn khắc phục / Deadline
             * Format: date
             * @description Deadline is the last day to remedy it.
             */
            deadline: string | null;
            /** Số quyết định xử phạt / Decision number */
            decision_number: string | null;
            /** Mô tả / Description */
            description: string;
            /**
             * Ngày phát hiện / Found on
             * Format: date
             */
            found_on: string;
            /**
             * Số hiệu / Id
             * Format: int64
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly id: number;
            /**
             * Lần kiểm tra / Inspection
             * Format: int64
             * @description Số hiệu (id) của một bản ghi inspections. / The id of a record of inspections.
             *     Inspection is the visit on which it was found; it is of the same work.
             */
            inspection: number | null;
            /**
             * Người ghi / Made by
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly made_by: string;
            /**
             * Cột ăng ten / Mast
             * Format: int64
             * @description Số hiệu (id) của một bản ghi masts. / The id of a record of masts.
             */
            mast: number | null;
            /** Ghi chú / Note */
            note: string | null;
            /**
             * Ngày thông báo / Notified on
             * Format: date
             */
            notified_on: string | null;
            /**
             * Ngày khắc phục / Remedied on
             * Format: date
             */
            remedied_on: string | null;
            /**
             * Quy tắc / Rule
             * @description Rule is the rule of package compliance that found it, such as "permit.height".
             */
            rule: string | null;
            /**
             * Tình trạng xử lý / State
             * @description Mã trong danh mục violation_state, xem /api/v1/codes. / A code of the list violation_state, see /api/v1/codes.
             *     Mặc định recorded khi thêm. / recorded in a new record that does not give it.
             */
            state: string;
            /**
             * Cập nhật lúc / Updated at
             * Format: date-time
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly updated_at: string;
            /**
             * Phiên bản / Version
             * Format: int64
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly version: number;
        };
        /** Bản ghi mới: Vi phạm / A new record: Violations */
        ViolationCreate: WithRequired<components["schemas"]["ViolationPatch"], "code" | "asset_kind" | "asset" | "clause" | "description" | "found_on">;
        /** Một trang: Vi phạm / A page: Violations */
        ViolationPage: {
            items: components["schemas"]["Violation"][];
            /** @description Đường dẫn của trang sau; null ở trang cuối. / The path of the next page; null on the last. */
            next: string | null;
        };
        /**
         * Thay đổi (RFC 7396): Vi phạm / Changes (RFC 7396): Violations
         * @description Trường hệ thống ghi, gửi lại nguyên như đã đọc, được bỏ qua. / A field the register sets is left alone when it is sent back as it was read.
         */
        ViolationPatch: {
            /**
             * Công trình / Asset
             * Format: int64
             */
            asset?: number;
            /**
             * Loại công trình / Asset kind
             * @description Mã trong danh mục asset_kind, xem /api/v1/codes. / A code of the list asset_kind, see /api/v1/codes.
             */
            asset_kind?: string;
            /** Điều khoản / Clause */
            clause?: string;
            /**
             * Ngày kết thúc / Closed on
             * Format: date
             */
            closed_on?: string | null;
            /**
             * Số biên bản / Code
             * @description Code is the owner's code; (kind, owner, code) is unique. A record filed without one gets PositionCode.
             */
            code?: string;
            /**
             * Hạn khắc phục / Deadline
             * Format: date
             * @description Deadline is the last day to remedy it.
             */
            deadline?: string | null;
            /** Số quyết định xử phạt / Decision number */
            decision_number?: string | null;
            /** Mô tả / Description */
            description?: string;
            /**
             * Ngày phát hiện / Found on
             * Format: date
             */
            found_on?: string;
            /**
             * Lần kiểm tra / Inspection
             * Format: int64
             * @description Số hiệu (id) của một bản ghi inspections. / The id of a record of inspections.
             *     Inspection is the visit on which it was found; it is of the same work.
             */
            inspection?: number | null;
            /**
             * Cột ăng ten / Mast
             * Format: int64
             * @description Số hiệu (id) của một bản ghi masts. / The id of a record of masts.
             */
            mast?: number | null;
            /** Ghi chú / Note */
            note?: string | null;
            /**
             * Ngày thông báo / Notified on
             * Format: date
             */
            notified_on?: string | null;
            /**
             * Ngày khắc phục / Remedied on
             * Format: date
             */
            remedied_on?: string | null;
            /**
             * Quy tắc / Rule
             * @description Rule is the rule of package compliance that found it, such as "permit.height".
             */
            rule?: string | null;
            /**
             * Tình trạng xử lý / State
             * @description Mã trong danh mục violation_state, xem /api/v1/codes. / A code of the list violation_state, see /api/v1/codes.
             *     Mặc định recorded khi thêm. / recorded in a new record that does not give it.
             */
            state?: string;
        };
        /**
         * Khu vực quy hoạch / Zones
         * @description Zone (khu vực quy hoạch) is an area in which something holds for passive works: where masts of which classes may stand, how high one may build near an airport or a monument. Plans are published: everybody reads them.
         */
        Zone: {
            /**
             * Loại cột được phép / Allowed mast classes
             * @description Các mã trong danh mục mast_class, cách nhau bằng dấu chấm phẩy. / Codes of the list mast_class, joined by semicolons.
             */
            allowed_classes: string | null;
            /**
             * Mã / Code
             * @description Code is the owner's code; (kind, owner, code) is unique. A record filed without one gets PositionCode.
             */
            code: string;
            /**
             * Thời hạn thực hiện / Deadline
             * Format: date
             */
            deadline: string | null;
            /**
             * Ngày quyết định / Decided on
             * Format: date
             */
            decided_on: string | null;
            /** Số quyết định / Decision number */
            decision_number: string | null;
            /**
             * Loại cột bị cấm / Forbidden mast classes
             * @description Các mã trong danh mục mast_class, cách nhau bằng dấu chấm phẩy. / Codes of the list mast_class, joined by semicolons.
             */
            forbidden_classes: string | null;
            /** Ranh giới / Boundary */
            geometry: components["schemas"]["MultiPolygon"];
            /**
             * Mốc chiều cao / Height above
             * @description Mã trong danh mục height_datum, xem /api/v1/codes. / A code of the list height_datum, see /api/v1/codes.
             *     Mặc định ground khi thêm. / ground in a new record that does not give it.
             */
            height_datum: string;
            /**
             * Giới hạn chiều cao (m) / Height limit (m)
             * Format: double
             */
            height_limit_m: number | null;
            /**
             * Số hiệu / Id
             * Format: int64
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly id: number;
            /** Cơ quan ban hành / Issuer */
            issuer: string | null;
            /** Tên / Name */
            name: string;
            /** Ghi chú / Note */
            note: string | null;
            /**
             * Hiệu lực từ / Valid from
             * Format: date
             */
            valid_from: string | null;
            /**
             * Hiệu lực đến / Valid to
             * Format: date
             */
            valid_to: string | null;
            /**
             * Phiên bản / Version
             * Format: int64
             * @description Hệ thống ghi. / Set by the register.
             */
            readonly version: number;
            /**
             * Loại khu vực / Zone kind
             * @description Mã trong danh mục zone_kind, xem /api/v1/codes. / A code of the list zone_kind, see /api/v1/codes.
             */
            zone_kind: string;
        };
        /** Bản ghi mới: Khu vực quy hoạch / A new record: Zones */
        ZoneCreate: WithRequired<components["schemas"]["ZonePatch"], "code" | "name" | "zone_kind" | "geometry">;
        /** Một trang: Khu vực quy hoạch / A page: Zones */
        ZonePage: {
            items: components["schemas"]["Zone"][];
            /** @description Đường dẫn của trang sau; null ở trang cuối. / The path of the next page; null on the last. */
            next: string | null;
        };
        /**
         * Thay đổi (RFC 7396): Khu vực quy hoạch / Changes (RFC 7396): Zones
         * @description Trường hệ thống ghi, gửi lại nguyên như đã đọc, được bỏ qua. / A field the register sets is left alone when it is sent back as it was read.
         */
        ZonePatch: {
            /**
             * Loại cột được phép / Allowed mast classes
             * @description Các mã trong danh mục mast_class, cách nhau bằng dấu chấm phẩy. / Codes of the list mast_class, joined by semicolons.
             */
            allowed_classes?: string | null;
            /**
             * Mã / Code
             * @description Code is the owner's code; (kind, owner, code) is unique. A record filed without one gets PositionCode.
             */
            code?: string;
            /**
             * Thời hạn thực hiện / Deadline
             * Format: date
             */
            deadline?: string | null;
            /**
             * Ngày quyết định / Decided on
             * Format: date
             */
            decided_on?: string | null;
            /** Số quyết định / Decision number */
            decision_number?: string | null;
            /**
             * Loại cột bị cấm / Forbidden mast classes
             * @description Các mã trong danh mục mast_class, cách nhau bằng dấu chấm phẩy. / Codes of the list mast_class, joined by semicolons.
             */
            forbidden_classes?: string | null;
            /** Ranh giới / Boundary */
            geometry?: components["schemas"]["MultiPolygon"];
            /**
             * Mốc chiều cao / Height above
             * @description Mã trong danh mục height_datum, xem /api/v1/codes. / A code of the list height_datum, see /api/v1/codes.
             *     Mặc định ground khi thêm. / ground in a new record that does not give it.
             */
            height_datum?: string;
            /**
             * Giới hạn chiều cao (m) / Height limit (m)
             * Format: double
             */
            height_limit_m?: number | null;
            /** Cơ quan ban hành / Issuer */
            issuer?: string | null;
            /** Tên / Name */
            name?: string;
            /** Ghi chú / Note */
            note?: string | null;
            /**
             * Hiệu lực từ / Valid from
             * Format: date
             */
            valid_from?: string | null;
            /**
             * Hiệu lực đến / Valid to
             * Format: date
             */
            valid_to?: string | null;
            /**
             * Loại khu vực / Zone kind
             * @description Mã trong danh mục zone_kind, xem /api/v1/codes. / A code of the list zone_kind, see /api/v1/codes.
             */
            zone_kind?: string;
        };
    };
    responses: {
        /** @description Yêu cầu sai: tham số, tiêu đề hoặc JSON không đọc được. / The request is wrong: parameters, headers or JSON that does not parse. */
        Problem400: {
            headers: {
                "X-Request-ID": components["headers"]["X-Request-ID"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Chưa xác thực khi ghi hoặc khi đọc từ máy khác, hoặc khóa không đúng. / No credentials for a write or for reading from another machine, or wrong ones. */
        Problem401: {
            headers: {
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                "X-Request-ID": components["headers"]["X-Request-ID"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Yêu cầu ghi từ trang khác. / A write that comes from another site. */
        Problem403: {
            headers: {
                "X-Request-ID": components["headers"]["X-Request-ID"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Không có bản ghi hoặc đường dẫn này. / There is no such record or path. */
        Problem404: {
            headers: {
                "X-Request-ID": components["headers"]["X-Request-ID"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Xung đột với bản ghi khác. / It clashes with another record. */
        Problem409: {
            headers: {
                "X-Request-ID": components["headers"]["X-Request-ID"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Bản ghi đã thay đổi; bản hiện tại ở current. / The record has changed; current has it as it is now. */
        Problem412: {
            headers: {
                "X-Request-ID": components["headers"]["X-Request-ID"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Nội dung gửi quá 4194304 byte. / The body is over 4194304 bytes. */
        Problem413: {
            headers: {
                "X-Request-ID": components["headers"]["X-Request-ID"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Nội dung không phải JSON. / The body is not JSON. */
        Problem415: {
            headers: {
                "X-Request-ID": components["headers"]["X-Request-ID"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Bản ghi phạm quy tắc; mọi lỗi ở faults. / The record breaks rules; faults has them all. */
        Problem422: {
            headers: {
                "X-Request-ID": components["headers"]["X-Request-ID"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Thiếu If-Match. / If-Match is missing. */
        Problem428: {
            headers: {
                "X-Request-ID": components["headers"]["X-Request-ID"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Quá nhiều yêu cầu; đợi Retry-After giây. / Too many requests; wait Retry-After seconds. */
        Problem429: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                "X-Request-ID": components["headers"]["X-Request-ID"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Lỗi của hệ thống; báo kèm request_id. / Our fault; report it with the request_id. */
        Problem500: {
            headers: {
                "X-Request-ID": components["headers"]["X-Request-ID"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Tạm thời không phục vụ được. / Not available now. */
        Problem503: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                "X-Request-ID": components["headers"]["X-Request-ID"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description Với as_of: cả những gì chưa xây dựng xong, như bản đồ của hôm nay. / With as_of: what is not built yet too, as the map of today. */
        ahead: boolean;
        /** @description Chỉ những gì đang hoạt động hoặc có hiệu lực vào ngày này. / Only what was in service or valid on the day. */
        as_of: string;
        /** @description Số hiệu của một công trình; thường đi cùng asset_kind. / The id of an asset; mostly with asset_kind. */
        asset: number;
        /** @description Mã trong danh mục asset_kind. / A code of the list asset_kind. */
        asset_kind: string;
        /** @description Chỉ những bên thuê mà tổ chức của người hỏi chưa xác nhận phần mình. / Only tenancies on which the asker's organization has not said its side. */
        awaiting: boolean;
        /** @description Tây,nam,đông,bắc theo độ WGS84: những gì chạm khung này. / West,south,east,north in WGS84 degrees: what touches the box. */
        bbox: string;
        /**
         * @description Chia kết quả theo. / What to split the answer by.
         * @example commune
         */
        by: "commune" | "province" | "operator";
        /** @description Trang sau bản ghi này; lấy từ next. / The page after this record; take it from next. */
        cursor: number;
        /**
         * @description Số hiệu của bản ghi. / The record's id.
         * @example 1
         */
        id: number;
        /**
         * @description Gửi lại cùng khóa và cùng nội dung trong 48 giờ thì nhận lại câu trả lời đầu, không ghi lần nữa; khóa đã dùng cho nội dung khác bị từ chối. Yêu cầu bị từ chối không được nhớ. / Sent again with the same key and body within 48 hours it gets the first answer and writes nothing; a key used with another body is refused. What was refused is not remembered.
         * @example 2f6b1c9e-3d1a-4a6f-9b57-0f6f2f1f6c11
         */
        idempotencyKey: string;
        /**
         * @description ETag của bản đã đọc. / The ETag of the version read.
         * @example "site-1-1"
         */
        ifMatch: string;
        /** @description ETag đã có: 304 nếu bản ghi chưa đổi. / An ETag at hand: 304 while the record is the same. */
        ifNoneMatch: string;
        /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
        language: string;
        /**
         * @description Số bản ghi của một trang. / How many records a page has.
         * @example 5
         */
        limit: number;
        /** @description Chỉ những vi phạm chưa kết thúc. / Only violations that are not closed. */
        open: boolean;
        /** @description Mã chủ sở hữu; với trạm là doanh nghiệp, với dùng chung là bên thuê. / The owner's code; for a station its operator's, for a tenancy its tenant's. */
        owner: string;
        /** @description Mọi chữ này có trong mã, tên, địa chỉ hoặc đường; không phân biệt dấu, cách đặt dấu thanh, hoa thường. / Each of these words is in the code, name, address or road; accents, tone placement and case aside. */
        q: string;
        /** @description Vì sao xem, mã hóa phần trăm: chủ sở hữu tuyến ngầm đọc được. / Why it is read, percent-encoded: owners of underground networks are told. */
        readReason: string;
        /**
         * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
         * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
         */
        reason: string;
        /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
        requestID: string;
        /** @description Số hiệu của một vị trí. / The id of a site. */
        site: number;
        /** @description Mã trong danh mục violation_state, với báo cáo hiện trường là field_report_state. / A code of the list violation_state; for field reports of field_report_state. */
        state: string;
        /** @description Mã trong danh mục status. / A code of the list status. */
        status: string;
        /** @description Mã trong danh mục technology; với vị trí là nơi có trạm công nghệ ấy phát sóng vào as_of (hoặc hôm nay). / A code of the list technology; for sites those with a station of it on air on as_of (or today). */
        technology: string;
        /** @description Mã tổ chức đang thuê công trình, hoặc có trạm đang phát sóng ở vị trí, vào as_of (hoặc hôm nay). / The code of an organization that rents the asset, or has a station on air at the site, on as_of (or today). */
        tenant: string;
        /** @description Mã đơn vị hành chính có hiệu lực vào as_of (hoặc hôm nay), gồm mọi cấp dưới. / The code a unit has on as_of (or today); it means it and everything below. */
        unit: string;
    };
    requestBodies: never;
    headers: {
        /** @description Tên tệp, có cả tên tiếng Việt (RFC 6266). / The file's name, also in Vietnamese (RFC 6266). */
        "Content-Disposition": string;
        /** @description Thẻ phiên bản mạnh của bản ghi. / The record's strong version tag. */
        ETag: string;
        /** @description Ngày của số liệu, nếu có nêu. / The day the data are of, when one was given. */
        "Hatangso-As-Of": string;
        /** @description Các tham số đã lọc, mã hóa như trong URL. / The parameters that chose the records, encoded as in a URL. */
        "Hatangso-Filter": string;
        /** @description Hệ thống mà tệp xuất ra từ đó. / The register the file comes from. */
        "Hatangso-Source": string;
        /** @description Thời điểm lập tệp. / When the file was written. */
        "Hatangso-Written": string;
        /** @description true: câu trả lời đầu cho khóa này, lần này không ghi gì. / true: the first answer to this key; nothing was written this time. */
        "Idempotency-Replayed": "true";
        /** @description Đường dẫn của bản ghi mới. / The path of the new record. */
        Location: string;
        /** @description Số giây nên đợi. / Seconds to wait. */
        "Retry-After": number;
        /** @description Cách xác thực. / How to authenticate. */
        "WWW-Authenticate": string;
        /** @description Mã yêu cầu: của người gọi nếu hợp lệ, nếu không là mã mới. / The request's id: the caller's where it is valid, else a new one. */
        "X-Request-ID": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getDocs: {
        parameters: {
            query?: {
                /**
                 * @description Ngôn ngữ; mặc định theo Accept-Language. / The language; by default Accept-Language's.
                 * @example vi
                 */
                lang?: "vi" | "en";
            };
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Trang HTML. / An HTML page. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getDocsStyle: {
        parameters: {
            query?: never;
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Bảng kiểu. / A style sheet. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "text/css": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listAccess: {
        parameters: {
            query?: {
                /** @description Chỉ của chủ sở hữu mã này. / Those of the owner of this code. */
                owner?: string;
                /** @description Trang sau bản ghi này; lấy từ next. / The page after this record; take it from next. */
                cursor?: components["parameters"]["cursor"];
                /**
                 * @description Số bản ghi của một trang. / How many records a page has.
                 * @example 5
                 */
                limit?: components["parameters"]["limit"];
            };
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Mới nhất trước. / The newest first. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listAccounts: {
        parameters: {
            query?: {
                /** @description Trang sau bản ghi này; lấy từ next. / The page after this record; take it from next. */
                cursor?: components["parameters"]["cursor"];
                /**
                 * @description Số bản ghi của một trang. / How many records a page has.
                 * @example 5
                 */
                limit?: components["parameters"]["limit"];
            };
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Một trang. / One page. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createAccount: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountOrder"];
            };
        };
        responses: {
            /** @description Tài khoản như đã lưu. / The account as it is stored. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tài khoản như đã lưu. / The account as it is stored. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    updateAccount: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description ETag của bản đã đọc. / The ETag of the version read.
                 * @example "site-1-1"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountPatch"];
            };
        };
        responses: {
            /** @description Tài khoản như đã lưu. / The account as it is stored. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    resetAccount: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Liên kết, dùng một lần; chỉ câu trả lời này có nó. / The link, good once; this answer alone has it. */
            201: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResetAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    writeBatch: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Gửi lại cùng khóa và cùng nội dung trong 48 giờ thì nhận lại câu trả lời đầu, không ghi lần nữa; khóa đã dùng cho nội dung khác bị từ chối. Yêu cầu bị từ chối không được nhớ. / Sent again with the same key and body within 48 hours it gets the first answer and writes nothing; a key used with another body is refused. What was refused is not remembered.
                 * @example 2f6b1c9e-3d1a-4a6f-9b57-0f6f2f1f6c11
                 */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Batch"];
            };
        };
        responses: {
            /** @description Kết quả từng mục, theo thứ tự gửi. / What became of each item, in the order sent. */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listCables: {
        parameters: {
            query?: {
                /** @description Với as_of: cả những gì chưa xây dựng xong, như bản đồ của hôm nay. / With as_of: what is not built yet too, as the map of today. */
                ahead?: components["parameters"]["ahead"];
                /** @description Chỉ những gì đang hoạt động hoặc có hiệu lực vào ngày này. / Only what was in service or valid on the day. */
                as_of?: components["parameters"]["as_of"];
                /** @description Tây,nam,đông,bắc theo độ WGS84: những gì chạm khung này. / West,south,east,north in WGS84 degrees: what touches the box. */
                bbox?: components["parameters"]["bbox"];
                /** @description Mã chủ sở hữu; với trạm là doanh nghiệp, với dùng chung là bên thuê. / The owner's code; for a station its operator's, for a tenancy its tenant's. */
                owner?: components["parameters"]["owner"];
                /** @description Mọi chữ này có trong mã, tên, địa chỉ hoặc đường; không phân biệt dấu, cách đặt dấu thanh, hoa thường. / Each of these words is in the code, name, address or road; accents, tone placement and case aside. */
                q?: components["parameters"]["q"];
                /** @description Mã trong danh mục status. / A code of the list status. */
                status?: components["parameters"]["status"];
                /** @description Mã tổ chức đang thuê công trình, hoặc có trạm đang phát sóng ở vị trí, vào as_of (hoặc hôm nay). / The code of an organization that rents the asset, or has a station on air at the site, on as_of (or today). */
                tenant?: components["parameters"]["tenant"];
                /** @description Mã đơn vị hành chính có hiệu lực vào as_of (hoặc hôm nay), gồm mọi cấp dưới. / The code a unit has on as_of (or today); it means it and everything below. */
                unit?: components["parameters"]["unit"];
                /** @description Trang sau bản ghi này; lấy từ next. / The page after this record; take it from next. */
                cursor?: components["parameters"]["cursor"];
                /**
                 * @description Số bản ghi của một trang. / How many records a page has.
                 * @example 5
                 */
                limit?: components["parameters"]["limit"];
            };
            header?: {
                /** @description Vì sao xem, mã hóa phần trăm: chủ sở hữu tuyến ngầm đọc được. / Why it is read, percent-encoded: owners of underground networks are told. */
                "X-Read-Reason"?: components["parameters"]["readReason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Một trang. / One page. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CableRoutePage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createCableRoute: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Gửi lại cùng khóa và cùng nội dung trong 48 giờ thì nhận lại câu trả lời đầu, không ghi lần nữa; khóa đã dùng cho nội dung khác bị từ chối. Yêu cầu bị từ chối không được nhớ. / Sent again with the same key and body within 48 hours it gets the first answer and writes nothing; a key used with another body is refused. What was refused is not remembered.
                 * @example 2f6b1c9e-3d1a-4a6f-9b57-0f6f2f1f6c11
                 */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CableRouteCreate"];
            };
        };
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CableRoute"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getCableRoute: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag đã có: 304 nếu bản ghi chưa đổi. / An ETag at hand: 304 while the record is the same. */
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
                /** @description Vì sao xem, mã hóa phần trăm: chủ sở hữu tuyến ngầm đọc được. / Why it is read, percent-encoded: owners of underground networks are told. */
                "X-Read-Reason"?: components["parameters"]["readReason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CableRoute"];
                };
            };
            /** @description Bản ghi chưa đổi. / The record is the same. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    deleteCableRoute: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description ETag của bản đã đọc. / The ETag of the version read.
                 * @example "site-1-1"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Đã xóa. / It is gone. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    updateCableRoute: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description ETag của bản đã đọc. / The ETag of the version read.
                 * @example "site-1-1"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CableRoutePatch"];
                "application/merge-patch+json": components["schemas"]["CableRoutePatch"];
            };
        };
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CableRoute"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listCableRouteHistory: {
        parameters: {
            query?: {
                /** @description Con trỏ của trang trước (cursor); 0 là từ đầu. / The cursor of the page before; 0 is the beginning. */
                since?: number;
                /**
                 * @description Số bản ghi của một trang. / How many records a page has.
                 * @example 5
                 */
                limit?: components["parameters"]["limit"];
            };
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Một trang; hỏi tiếp bằng next. / One page; ask on by next. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listCertificates: {
        parameters: {
            query?: {
                /** @description Mọi chữ này có trong mã, tên, địa chỉ hoặc đường; không phân biệt dấu, cách đặt dấu thanh, hoa thường. / Each of these words is in the code, name, address or road; accents, tone placement and case aside. */
                q?: components["parameters"]["q"];
                /** @description Số hiệu của một vị trí. / The id of a site. */
                site?: components["parameters"]["site"];
                /** @description Mã đơn vị hành chính có hiệu lực vào as_of (hoặc hôm nay), gồm mọi cấp dưới. / The code a unit has on as_of (or today); it means it and everything below. */
                unit?: components["parameters"]["unit"];
                /** @description Trang sau bản ghi này; lấy từ next. / The page after this record; take it from next. */
                cursor?: components["parameters"]["cursor"];
                /**
                 * @description Số bản ghi của một trang. / How many records a page has.
                 * @example 5
                 */
                limit?: components["parameters"]["limit"];
            };
            header?: {
                /** @description Vì sao xem, mã hóa phần trăm: chủ sở hữu tuyến ngầm đọc được. / Why it is read, percent-encoded: owners of underground networks are told. */
                "X-Read-Reason"?: components["parameters"]["readReason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Một trang. / One page. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificatePage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createCertificate: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Gửi lại cùng khóa và cùng nội dung trong 48 giờ thì nhận lại câu trả lời đầu, không ghi lần nữa; khóa đã dùng cho nội dung khác bị từ chối. Yêu cầu bị từ chối không được nhớ. / Sent again with the same key and body within 48 hours it gets the first answer and writes nothing; a key used with another body is refused. What was refused is not remembered.
                 * @example 2f6b1c9e-3d1a-4a6f-9b57-0f6f2f1f6c11
                 */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CertificateCreate"];
            };
        };
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Certificate"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getCertificate: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag đã có: 304 nếu bản ghi chưa đổi. / An ETag at hand: 304 while the record is the same. */
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
                /** @description Vì sao xem, mã hóa phần trăm: chủ sở hữu tuyến ngầm đọc được. / Why it is read, percent-encoded: owners of underground networks are told. */
                "X-Read-Reason"?: components["parameters"]["readReason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Certificate"];
                };
            };
            /** @description Bản ghi chưa đổi. / The record is the same. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    deleteCertificate: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description ETag của bản đã đọc. / The ETag of the version read.
                 * @example "site-1-1"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Đã xóa. / It is gone. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    updateCertificate: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description ETag của bản đã đọc. / The ETag of the version read.
                 * @example "site-1-1"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CertificatePatch"];
                "application/merge-patch+json": components["schemas"]["CertificatePatch"];
            };
        };
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Certificate"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listCertificateHistory: {
        parameters: {
            query?: {
                /** @description Con trỏ của trang trước (cursor); 0 là từ đầu. / The cursor of the page before; 0 is the beginning. */
                since?: number;
                /**
                 * @description Số bản ghi của một trang. / How many records a page has.
                 * @example 5
                 */
                limit?: components["parameters"]["limit"];
            };
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Một trang; hỏi tiếp bằng next. / One page; ask on by next. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listChanges: {
        parameters: {
            query?: {
                /** @description Con trỏ của trang trước (cursor); 0 là từ đầu. / The cursor of the page before; 0 is the beginning. */
                since?: number;
                /**
                 * @description Chỉ một loại bản ghi. / Those of one noun.
                 * @example sites
                 */
                noun?: "organizations" | "organization" | "units" | "unit" | "villages" | "village" | "sites" | "site" | "masts" | "mast" | "stations" | "station" | "poles" | "pole" | "manholes" | "manhole" | "ducts" | "duct" | "trenches" | "trench" | "cables" | "cable_route" | "service-points" | "service_point" | "tenancies" | "tenancy" | "permits" | "permit" | "certificates" | "certificate" | "statements" | "statement" | "inspections" | "inspection" | "violations" | "violation" | "field-reports" | "field_report" | "photos" | "photo" | "zones" | "zone" | "streets" | "street" | "planned-works" | "planned_work";
                /** @description Chỉ một bản ghi, cùng noun. / Those of one record, with noun. */
                record_id?: number;
                /** @description Chỉ của người này, đúng như nhật ký ghi. / Those of one actor, as the log has it. */
                actor?: string;
                /** @description Chỉ của người thuộc tổ chức mã này. / Those of who works for the organization of this code. */
                organization?: string;
                /** @description Chỉ loại này; event là sự kiện an ninh (đăng nhập, khóa, xuất dữ liệu). / Those of one kind; event asks for security events (sign-ins, keys, exports). */
                op?: "create" | "update" | "delete" | "event";
                /** @description Ghi từ ngày này (UTC). / Written on this day (UTC) or later. */
                from?: string;
                /** @description Ghi đến hết ngày này (UTC). / Written on this day (UTC) or before. */
                until?: string;
                /** @description Thêm differences: khác gì, bằng lời. / Add differences: what differs, in words. */
                in_words?: boolean;
                /**
                 * @description Số bản ghi của một trang. / How many records a page has.
                 * @example 5
                 */
                limit?: components["parameters"]["limit"];
            };
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Một trang; hỏi tiếp bằng next. / One page; ask on by next. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listCodes: {
        parameters: {
            query?: never;
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Danh mục theo tên. / The lists by name. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: components["schemas"]["ListCode"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listDucts: {
        parameters: {
            query?: {
                /** @description Với as_of: cả những gì chưa xây dựng xong, như bản đồ của hôm nay. / With as_of: what is not built yet too, as the map of today. */
                ahead?: components["parameters"]["ahead"];
                /** @description Chỉ những gì đang hoạt động hoặc có hiệu lực vào ngày này. / Only what was in service or valid on the day. */
                as_of?: components["parameters"]["as_of"];
                /** @description Tây,nam,đông,bắc theo độ WGS84: những gì chạm khung này. / West,south,east,north in WGS84 degrees: what touches the box. */
                bbox?: components["parameters"]["bbox"];
                /** @description Mã chủ sở hữu; với trạm là doanh nghiệp, với dùng chung là bên thuê. / The owner's code; for a station its operator's, for a tenancy its tenant's. */
                owner?: components["parameters"]["owner"];
                /** @description Mọi chữ này có trong mã, tên, địa chỉ hoặc đường; không phân biệt dấu, cách đặt dấu thanh, hoa thường. / Each of these words is in the code, name, address or road; accents, tone placement and case aside. */
                q?: components["parameters"]["q"];
                /** @description Mã trong danh mục status. / A code of the list status. */
                status?: components["parameters"]["status"];
                /** @description Mã tổ chức đang thuê công trình, hoặc có trạm đang phát sóng ở vị trí, vào as_of (hoặc hôm nay). / The code of an organization that rents the asset, or has a station on air at the site, on as_of (or today). */
                tenant?: components["parameters"]["tenant"];
                /** @description Mã đơn vị hành chính có hiệu lực vào as_of (hoặc hôm nay), gồm mọi cấp dưới. / The code a unit has on as_of (or today); it means it and everything below. */
                unit?: components["parameters"]["unit"];
                /** @description Trang sau bản ghi này; lấy từ next. / The page after this record; take it from next. */
                cursor?: components["parameters"]["cursor"];
                /**
                 * @description Số bản ghi của một trang. / How many records a page has.
                 * @example 5
                 */
                limit?: components["parameters"]["limit"];
            };
            header?: {
                /** @description Vì sao xem, mã hóa phần trăm: chủ sở hữu tuyến ngầm đọc được. / Why it is read, percent-encoded: owners of underground networks are told. */
                "X-Read-Reason"?: components["parameters"]["readReason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Một trang. / One page. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DuctPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createDuct: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Gửi lại cùng khóa và cùng nội dung trong 48 giờ thì nhận lại câu trả lời đầu, không ghi lần nữa; khóa đã dùng cho nội dung khác bị từ chối. Yêu cầu bị từ chối không được nhớ. / Sent again with the same key and body within 48 hours it gets the first answer and writes nothing; a key used with another body is refused. What was refused is not remembered.
                 * @example 2f6b1c9e-3d1a-4a6f-9b57-0f6f2f1f6c11
                 */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DuctCreate"];
            };
        };
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Duct"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    joinDucts: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description ETag của bản đã đọc. / The ETag of the version read.
                 * @example "site-1-1"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description Gửi lại cùng khóa và cùng nội dung trong 48 giờ thì nhận lại câu trả lời đầu, không ghi lần nữa; khóa đã dùng cho nội dung khác bị từ chối. Yêu cầu bị từ chối không được nhớ. / Sent again with the same key and body within 48 hours it gets the first answer and writes nothing; a key used with another body is refused. What was refused is not remembered.
                 * @example 2f6b1c9e-3d1a-4a6f-9b57-0f6f2f1f6c11
                 */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JoinDucts"];
            };
        };
        responses: {
            /** @description Đoạn như đã lưu. / The section as it is stored. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Duct"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getDuct: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag đã có: 304 nếu bản ghi chưa đổi. / An ETag at hand: 304 while the record is the same. */
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
                /** @description Vì sao xem, mã hóa phần trăm: chủ sở hữu tuyến ngầm đọc được. / Why it is read, percent-encoded: owners of underground networks are told. */
                "X-Read-Reason"?: components["parameters"]["readReason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Duct"];
                };
            };
            /** @description Bản ghi chưa đổi. / The record is the same. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    deleteDuct: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description ETag của bản đã đọc. / The ETag of the version read.
                 * @example "site-1-1"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Đã xóa. / It is gone. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    updateDuct: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description ETag của bản đã đọc. / The ETag of the version read.
                 * @example "site-1-1"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DuctPatch"];
                "application/merge-patch+json": components["schemas"]["DuctPatch"];
            };
        };
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Duct"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listDuctHistory: {
        parameters: {
            query?: {
                /** @description Con trỏ của trang trước (cursor); 0 là từ đầu. / The cursor of the page before; 0 is the beginning. */
                since?: number;
                /**
                 * @description Số bản ghi của một trang. / How many records a page has.
                 * @example 5
                 */
                limit?: components["parameters"]["limit"];
            };
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Một trang; hỏi tiếp bằng next. / One page; ask on by next. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    snapDuct: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description ETag của bản đã đọc. / The ETag of the version read.
                 * @example "site-1-1"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description Gửi lại cùng khóa và cùng nội dung trong 48 giờ thì nhận lại câu trả lời đầu, không ghi lần nữa; khóa đã dùng cho nội dung khác bị từ chối. Yêu cầu bị từ chối không được nhớ. / Sent again with the same key and body within 48 hours it gets the first answer and writes nothing; a key used with another body is refused. What was refused is not remembered.
                 * @example 2f6b1c9e-3d1a-4a6f-9b57-0f6f2f1f6c11
                 */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SnapDuct"];
            };
        };
        responses: {
            /** @description Đoạn như đã lưu. / The section as it is stored. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Duct"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    splitDuct: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description ETag của bản đã đọc. / The ETag of the version read.
                 * @example "site-1-1"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description Gửi lại cùng khóa và cùng nội dung trong 48 giờ thì nhận lại câu trả lời đầu, không ghi lần nữa; khóa đã dùng cho nội dung khác bị từ chối. Yêu cầu bị từ chối không được nhớ. / Sent again with the same key and body within 48 hours it gets the first answer and writes nothing; a key used with another body is refused. What was refused is not remembered.
                 * @example 2f6b1c9e-3d1a-4a6f-9b57-0f6f2f1f6c11
                 */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SplitDuct"];
            };
        };
        responses: {
            /** @description Đoạn cũ rồi đoạn mới, như đã lưu. ETag là của đoạn cũ, Location của đoạn mới. / The old section, then the new, as stored. ETag is the old one's, Location the new one's. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SplitAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listDuties: {
        parameters: {
            query?: {
                /** @description Hạn từ ngày; mặc định một năm trước. / Due from a day; a year ago by default. */
                from?: string;
                /** @description Hạn trước ngày; mặc định một năm tới. / Due before a day; in a year by default. */
                to?: string;
                /** @description Mã tổ chức phải nộp. / The code of the one that is obliged. */
                organization?: string;
                /** @description Trạng thái hôm nay. / The state of today. */
                state?: "not_due" | "due" | "late" | "filed" | "returned" | "accepted";
            };
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Theo hạn. / By the day they are due. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DutyList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getDutyBoard: {
        parameters: {
            query?: {
                /** @description Hạn từ ngày; mặc định một năm trước. / Due from a day; a year ago by default. */
                from?: string;
                /** @description Hạn trước ngày; mặc định một năm tới. / Due before a day; in a year by default. */
                to?: string;
            };
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Còn nợ nhiều đứng trước. / Those with most to answer for first. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DutyBoard"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    reportNothing: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NothingToReport"];
            };
        };
        responses: {
            /** @description Kỳ báo cáo sau đó. / The duty as it stands then. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Duty"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    reportOnPaper: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CameOnPaper"];
            };
        };
        responses: {
            /** @description Kỳ báo cáo sau đó. / The duty as it stands then. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Duty"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    exportNetworkTables: {
        parameters: {
            query?: {
                /** @description Chỉ những gì đang hoạt động hoặc có hiệu lực vào ngày này. / Only what was in service or valid on the day. */
                as_of?: components["parameters"]["as_of"];
                /** @description Tây,nam,đông,bắc theo độ WGS84: những gì chạm khung này. / West,south,east,north in WGS84 degrees: what touches the box. */
                bbox?: components["parameters"]["bbox"];
                /** @description Mã chủ sở hữu; với trạm là doanh nghiệp, với dùng chung là bên thuê. / The owner's code; for a station its operator's, for a tenancy its tenant's. */
                owner?: components["parameters"]["owner"];
                /** @description Mã trong danh mục status. / A code of the list status. */
                status?: components["parameters"]["status"];
                /** @description Mã đơn vị hành chính có hiệu lực vào as_of (hoặc hôm nay), gồm mọi cấp dưới. / The code a unit has on as_of (or today); it means it and everything below. */
                unit?: components["parameters"]["unit"];
            };
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tệp, gửi dần. / The file, streamed. */
            200: {
                headers: {
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    "Hatangso-As-Of": components["headers"]["Hatangso-As-Of"];
                    "Hatangso-Filter": components["headers"]["Hatangso-Filter"];
                    "Hatangso-Source": components["headers"]["Hatangso-Source"];
                    "Hatangso-Written": components["headers"]["Hatangso-Written"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            413: components["responses"]["Problem413"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    exportNetworkNodes: {
        parameters: {
            query?: {
                /** @description Chỉ những gì đang hoạt động hoặc có hiệu lực vào ngày này. / Only what was in service or valid on the day. */
                as_of?: components["parameters"]["as_of"];
                /** @description Tây,nam,đông,bắc theo độ WGS84: những gì chạm khung này. / West,south,east,north in WGS84 degrees: what touches the box. */
                bbox?: components["parameters"]["bbox"];
                /** @description Mã chủ sở hữu; với trạm là doanh nghiệp, với dùng chung là bên thuê. / The owner's code; for a station its operator's, for a tenancy its tenant's. */
                owner?: components["parameters"]["owner"];
                /** @description Mã trong danh mục status. / A code of the list status. */
                status?: components["parameters"]["status"];
                /** @description Mã đơn vị hành chính có hiệu lực vào as_of (hoặc hôm nay), gồm mọi cấp dưới. / The code a unit has on as_of (or today); it means it and everything below. */
                unit?: components["parameters"]["unit"];
            };
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tệp, gửi dần. / The file, streamed. */
            200: {
                headers: {
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    "Hatangso-As-Of": components["headers"]["Hatangso-As-Of"];
                    "Hatangso-Filter": components["headers"]["Hatangso-Filter"];
                    "Hatangso-Source": components["headers"]["Hatangso-Source"];
                    "Hatangso-Written": components["headers"]["Hatangso-Written"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": {
                        features: Record<string, unknown>[];
                        /** @enum {string} */
                        type: "FeatureCollection";
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            413: components["responses"]["Problem413"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    exportNetworkSpans: {
        parameters: {
            query?: {
                /** @description Chỉ những gì đang hoạt động hoặc có hiệu lực vào ngày này. / Only what was in service or valid on the day. */
                as_of?: components["parameters"]["as_of"];
                /** @description Tây,nam,đông,bắc theo độ WGS84: những gì chạm khung này. / West,south,east,north in WGS84 degrees: what touches the box. */
                bbox?: components["parameters"]["bbox"];
                /** @description Mã chủ sở hữu; với trạm là doanh nghiệp, với dùng chung là bên thuê. / The owner's code; for a station its operator's, for a tenancy its tenant's. */
                owner?: components["parameters"]["owner"];
                /** @description Mã trong danh mục status. / A code of the list status. */
                status?: components["parameters"]["status"];
                /** @description Mã đơn vị hành chính có hiệu lực vào as_of (hoặc hôm nay), gồm mọi cấp dưới. / The code a unit has on as_of (or today); it means it and everything below. */
                unit?: components["parameters"]["unit"];
            };
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tệp, gửi dần. / The file, streamed. */
            200: {
                headers: {
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    "Hatangso-As-Of": components["headers"]["Hatangso-As-Of"];
                    "Hatangso-Filter": components["headers"]["Hatangso-Filter"];
                    "Hatangso-Source": components["headers"]["Hatangso-Source"];
                    "Hatangso-Written": components["headers"]["Hatangso-Written"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": {
                        features: Record<string, unknown>[];
                        /** @enum {string} */
                        type: "FeatureCollection";
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            413: components["responses"]["Problem413"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    exportNetwork: {
        parameters: {
            query?: {
                /** @description Chỉ những gì đang hoạt động hoặc có hiệu lực vào ngày này. / Only what was in service or valid on the day. */
                as_of?: components["parameters"]["as_of"];
                /** @description Tây,nam,đông,bắc theo độ WGS84: những gì chạm khung này. / West,south,east,north in WGS84 degrees: what touches the box. */
                bbox?: components["parameters"]["bbox"];
                /** @description Mã chủ sở hữu; với trạm là doanh nghiệp, với dùng chung là bên thuê. / The owner's code; for a station its operator's, for a tenancy its tenant's. */
                owner?: components["parameters"]["owner"];
                /** @description Mã trong danh mục status. / A code of the list status. */
                status?: components["parameters"]["status"];
                /** @description Mã đơn vị hành chính có hiệu lực vào as_of (hoặc hôm nay), gồm mọi cấp dưới. / The code a unit has on as_of (or today); it means it and everything below. */
                unit?: components["parameters"]["unit"];
            };
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tệp, gửi dần. / The file, streamed. */
            200: {
                headers: {
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    "Hatangso-As-Of": components["headers"]["Hatangso-As-Of"];
                    "Hatangso-Filter": components["headers"]["Hatangso-Filter"];
                    "Hatangso-Source": components["headers"]["Hatangso-Source"];
                    "Hatangso-Written": components["headers"]["Hatangso-Written"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        networks: Record<string, unknown>[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            413: components["responses"]["Problem413"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    exportFile: {
        parameters: {
            query?: {
                /** @description Cột hình học của csv, xlsx: lonlat (chỉ cho điểm), wkt hoặc none. Mặc định: lonlat cho điểm, wkt cho loại khác. / How csv and xlsx hold geometries: lonlat (points only), wkt or none. By default lonlat for points, wkt for others. */
                geometry?: "lonlat" | "wkt" | "none";
                /** @description Hệ tọa độ của csv, xlsx, như EPSG:9210 (VN-2000). Với lonlat, cột là X (bắc) và Y (đông), tính bằng mét. / Reference system of csv and xlsx, such as EPSG:9210 (VN-2000). With lonlat the columns are X (north) and Y (east), in metres. */
                crs?: string;
                /** @description Dấu ngăn ô của csv: dấu phẩy, chấm phẩy (%3B), tab (%09) hoặc |. Với chấm phẩy, số thập phân viết dấu phẩy như Excel tiếng Việt. / Between the cells of csv: comma, semicolon (%3B), tab (%09) or |. With a semicolon decimals are written with a comma, as spreadsheets in Vietnamese do. */
                delimiter?: "," | ";" | "\t" | "|";
                /** @description Với as_of: cả những gì chưa xây dựng xong, như bản đồ của hôm nay. / With as_of: what is not built yet too, as the map of today. */
                ahead?: components["parameters"]["ahead"];
                /** @description Chỉ những gì đang hoạt động hoặc có hiệu lực vào ngày này. / Only what was in service or valid on the day. */
                as_of?: components["parameters"]["as_of"];
                /** @description Số hiệu của một công trình; thường đi cùng asset_kind. / The id of an asset; mostly with asset_kind. */
                asset?: components["parameters"]["asset"];
                /** @description Mã trong danh mục asset_kind. / A code of the list asset_kind. */
                asset_kind?: components["parameters"]["asset_kind"];
                /** @description Chỉ những bên thuê mà tổ chức của người hỏi chưa xác nhận phần mình. / Only tenancies on which the asker's organization has not said its side. */
                awaiting?: components["parameters"]["awaiting"];
                /** @description Tây,nam,đông,bắc theo độ WGS84: những gì chạm khung này. / West,south,east,north in WGS84 degrees: what touches the box. */
                bbox?: components["parameters"]["bbox"];
                /** @description Chỉ những vi phạm chưa kết thúc. / Only violations that are not closed. */
                open?: components["parameters"]["open"];
                /** @description Mã chủ sở hữu; với trạm là doanh nghiệp, với dùng chung là bên thuê. / The owner's code; for a station its operator's, for a tenancy its tenant's. */
                owner?: components["parameters"]["owner"];
                /** @description Mọi chữ này có trong mã, tên, địa chỉ hoặc đường; không phân biệt dấu, cách đặt dấu thanh, hoa thường. / Each of these words is in the code, name, address or road; accents, tone placement and case aside. */
                q?: components["parameters"]["q"];
                /** @description Số hiệu của một vị trí. / The id of a site. */
                site?: components["parameters"]["site"];
                /** @description Mã trong danh mục violation_state, với báo cáo hiện trường là field_report_state. / A code of the list violation_state; for field reports of field_report_state. */
                state?: components["parameters"]["state"];
                /** @description Mã trong danh mục status. / A code of the list status. */
                status?: components["parameters"]["status"];
                /** @description Mã trong danh mục technology; với vị trí là nơi có trạm công nghệ ấy phát sóng vào as_of (hoặc hôm nay). / A code of the list technology; for sites those with a station of it on air on as_of (or today). */
                technology?: components["parameters"]["technology"];
                /** @description Mã tổ chức đang thuê công trình, hoặc có trạm đang phát sóng ở vị trí, vào as_of (hoặc hôm nay). / The code of an organization that rents the asset, or has a station on air at the site, on as_of (or today). */
                tenant?: components["parameters"]["tenant"];
                /** @description Mã đơn vị hành chính có hiệu lực vào as_of (hoặc hôm nay), gồm mọi cấp dưới. / The code a unit has on as_of (or today); it means it and everything below. */
                unit?: components["parameters"]["unit"];
            };
            header?: {
                /** @description Vì sao xem, mã hóa phần trăm: chủ sở hữu tuyến ngầm đọc được. / Why it is read, percent-encoded: owners of underground networks are told. */
                "X-Read-Reason"?: components["parameters"]["readReason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Tên tệp, như poles.geojson. Tham số là những tham số danh sách ấy nhận; tham số khác bị từ chối. / The file, such as poles.geojson. It takes the parameters the list of the same name takes; others are refused.
                 * @example sites.geojson
                 */
                file: "organizations.geojson" | "organizations.ndjson" | "organizations.csv" | "organizations.xlsx" | "organizations.kml" | "organizations.gpkg" | "organizations.fgb" | "units.geojson" | "units.ndjson" | "units.csv" | "units.xlsx" | "units.kml" | "units.gpkg" | "units.fgb" | "villages.geojson" | "villages.ndjson" | "villages.csv" | "villages.xlsx" | "villages.kml" | "villages.gpkg" | "villages.fgb" | "sites.geojson" | "sites.ndjson" | "sites.csv" | "sites.xlsx" | "sites.kml" | "sites.gpkg" | "sites.fgb" | "masts.geojson" | "masts.ndjson" | "masts.csv" | "masts.xlsx" | "masts.kml" | "masts.gpkg" | "masts.fgb" | "stations.geojson" | "stations.ndjson" | "stations.csv" | "stations.xlsx" | "stations.kml" | "stations.gpkg" | "stations.fgb" | "poles.geojson" | "poles.ndjson" | "poles.csv" | "poles.xlsx" | "poles.kml" | "poles.gpkg" | "poles.fgb" | "manholes.geojson" | "manholes.ndjson" | "manholes.csv" | "manholes.xlsx" | "manholes.kml" | "manholes.gpkg" | "manholes.fgb" | "ducts.geojson" | "ducts.ndjson" | "ducts.csv" | "ducts.xlsx" | "ducts.kml" | "ducts.gpkg" | "ducts.fgb" | "trenches.geojson" | "trenches.ndjson" | "trenches.csv" | "trenches.xlsx" | "trenches.kml" | "trenches.gpkg" | "trenches.fgb" | "cables.geojson" | "cables.ndjson" | "cables.csv" | "cables.xlsx" | "cables.kml" | "cables.gpkg" | "cables.fgb" | "service-points.geojson" | "service-points.ndjson" | "service-points.csv" | "service-points.xlsx" | "service-points.kml" | "service-points.gpkg" | "service-points.fgb" | "tenancies.geojson" | "tenancies.ndjson" | "tenancies.csv" | "tenancies.xlsx" | "tenancies.kml" | "tenancies.gpkg" | "tenancies.fgb" | "permits.geojson" | "permits.ndjson" | "permits.csv" | "permits.xlsx" | "permits.kml" | "permits.gpkg" | "permits.fgb" | "certificates.geojson" | "certificates.ndjson" | "certificates.csv" | "certificates.xlsx" | "certificates.kml" | "certificates.gpkg" | "certificates.fgb" | "statements.geojson" | "statements.ndjson" | "statements.csv" | "statements.xlsx" | "statements.kml" | "statements.gpkg" | "statements.fgb" | "inspections.geojson" | "inspections.ndjson" | "inspections.csv" | "inspections.xlsx" | "inspections.kml" | "inspections.gpkg" | "inspections.fgb" | "violations.geojson" | "violations.ndjson" | "violations.csv" | "violations.xlsx" | "violations.kml" | "violations.gpkg" | "violations.fgb" | "field-reports.geojson" | "field-reports.ndjson" | "field-reports.csv" | "field-reports.xlsx" | "field-reports.kml" | "field-reports.gpkg" | "field-reports.fgb" | "photos.geojson" | "photos.ndjson" | "photos.csv" | "photos.xlsx" | "photos.kml" | "photos.gpkg" | "photos.fgb" | "zones.geojson" | "zones.ndjson" | "zones.csv" | "zones.xlsx" | "zones.kml" | "zones.gpkg" | "zones.fgb" | "streets.geojson" | "streets.ndjson" | "streets.csv" | "streets.xlsx" | "streets.kml" | "streets.gpkg" | "streets.fgb" | "planned-works.geojson" | "planned-works.ndjson" | "planned-works.csv" | "planned-works.xlsx" | "planned-works.kml" | "planned-works.gpkg" | "planned-works.fgb";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tệp, gửi dần. / The file, streamed. */
            200: {
                headers: {
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    "Hatangso-As-Of": components["headers"]["Hatangso-As-Of"];
                    "Hatangso-Filter": components["headers"]["Hatangso-Filter"];
                    "Hatangso-Source": components["headers"]["Hatangso-Source"];
                    "Hatangso-Written": components["headers"]["Hatangso-Written"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": {
                        features: Record<string, unknown>[];
                        /** @enum {string} */
                        type: "FeatureCollection";
                    };
                    "application/geopackage+sqlite3": string;
                    "application/vnd.flatgeobuf": string;
                    "application/vnd.google-earth.kml+xml": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listFeedback: {
        parameters: {
            query?: {
                /** @description Trang sau bản ghi này; lấy từ next. / The page after this record; take it from next. */
                cursor?: components["parameters"]["cursor"];
                /**
                 * @description Số bản ghi của một trang. / How many records a page has.
                 * @example 5
                 */
                limit?: components["parameters"]["limit"];
                /** @description Chỉ trạng thái này. / Only in this state. */
                state?: "received" | "assigned" | "in_progress" | "resolved" | "rejected";
                /** @description Chỉ giao cho tổ chức mã này. / Only given to the organization of this code. */
                agency?: string;
                /** @description Chỉ trong đơn vị mã này. / Only in the unit of this code. */
                unit?: string;
                /** @description Chỉ phản ánh quá hạn. / Only what is overdue. */
                overdue?: boolean;
            };
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Một trang, mới nhất trước. / One page, the newest first. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedbackPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createFeedback: {
        parameters: {
            query?: never;
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FeedbackOrder"];
            };
        };
        responses: {
            /** @description Giữ mã này để xem kết quả. / Keep the code: it opens how the report stands. */
            201: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedbackReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getFeedbackPhoto: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag đã có: 304 nếu bản ghi chưa đổi. / An ETag at hand: 304 while the record is the same. */
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Mã phản ánh. / The report's code.
                 * @example K3WFQZ4M2T7RHP5XV6NLJ2YABC
                 */
                code: string;
                /**
                 * @description Ảnh thứ mấy. / Which picture.
                 * @example 1
                 */
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ảnh. / The picture. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": string;
                    "image/png": string;
                };
            };
            /** @description Ảnh chưa đổi. / The picture is the same. */
            304: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    addFeedbackPhoto: {
        parameters: {
            query?: never;
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Mã phản ánh. / The report's code.
                 * @example K3WFQZ4M2T7RHP5XV6NLJ2YABC
                 */
                code: string;
                /**
                 * @description Ảnh thứ mấy. / Which picture.
                 * @example 1
                 */
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "image/jpeg": string;
                "image/png": string;
            };
        };
        responses: {
            /** @description Tình trạng, có tên các ảnh. / How it stands, with its pictures. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedbackStatus"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getFeedbackPhotoThumbnail: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag đã có: 304 nếu bản ghi chưa đổi. / An ETag at hand: 304 while the record is the same. */
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Mã phản ánh. / The report's code.
                 * @example K3WFQZ4M2T7RHP5XV6NLJ2YABC
                 */
                code: string;
                /**
                 * @description Ảnh thứ mấy. / Which picture.
                 * @example 1
                 */
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ảnh. / The picture. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": string;
                    "image/png": string;
                };
            };
            /** @description Ảnh chưa đổi. / The picture is the same. */
            304: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getFeedback: {
        parameters: {
            query?: never;
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Phiếu phản ánh. / The report. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Feedback"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    updateFeedback: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description ETag của bản đã đọc. / The ETag of the version read.
                 * @example "site-1-1"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FeedbackPatch"];
            };
        };
        responses: {
            /** @description Phiếu phản ánh. / The report. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Feedback"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getFeedbackHistory: {
        parameters: {
            query?: never;
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Cũ nhất trước. / The first first. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedbackLog"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getTicketPhoto: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag đã có: 304 nếu bản ghi chưa đổi. / An ETag at hand: 304 while the record is the same. */
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
                /**
                 * @description Ảnh thứ mấy. / Which picture.
                 * @example 1
                 */
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ảnh. / The picture. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": string;
                    "image/png": string;
                };
            };
            /** @description Ảnh chưa đổi. / The picture is the same. */
            304: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getTicketPhotoThumbnail: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag đã có: 304 nếu bản ghi chưa đổi. / An ETag at hand: 304 while the record is the same. */
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
                /**
                 * @description Ảnh thứ mấy. / Which picture.
                 * @example 1
                 */
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ảnh. / The picture. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": string;
                    "image/png": string;
                };
            };
            /** @description Ảnh chưa đổi. / The picture is the same. */
            304: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getFeedbackStatus: {
        parameters: {
            query?: never;
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Mã phản ánh. / The report's code.
                 * @example K3WFQZ4M2T7RHP5XV6NLJ2YABC
                 */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tình trạng. / How it stands. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedbackStatus"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listFieldReports: {
        parameters: {
            query?: {
                /** @description Tây,nam,đông,bắc theo độ WGS84: những gì chạm khung này. / West,south,east,north in WGS84 degrees: what touches the box. */
                bbox?: components["parameters"]["bbox"];
                /** @description Mọi chữ này có trong mã, tên, địa chỉ hoặc đường; không phân biệt dấu, cách đặt dấu thanh, hoa thường. / Each of these words is in the code, name, address or road; accents, tone placement and case aside. */
                q?: components["parameters"]["q"];
                /** @description Số hiệu của một vị trí. / The id of a site. */
                site?: components["parameters"]["site"];
                /** @description Mã trong danh mục violation_state, với báo cáo hiện trường là field_report_state. / A code of the list violation_state; for field reports of field_report_state. */
                state?: components["parameters"]["state"];
                /** @description Mã đơn vị hành chính có hiệu lực vào as_of (hoặc hôm nay), gồm mọi cấp dưới. / The code a unit has on as_of (or today); it means it and everything below. */
                unit?: components["parameters"]["unit"];
                /** @description Trang sau bản ghi này; lấy từ next. / The page after this record; take it from next. */
                cursor?: components["parameters"]["cursor"];
                /**
                 * @description Số bản ghi của một trang. / How many records a page has.
                 * @example 5
                 */
                limit?: components["parameters"]["limit"];
            };
            header?: {
                /** @description Vì sao xem, mã hóa phần trăm: chủ sở hữu tuyến ngầm đọc được. / Why it is read, percent-encoded: owners of underground networks are told. */
                "X-Read-Reason"?: components["parameters"]["readReason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Một trang. / One page. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FieldReportPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createFieldReport: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Gửi lại cùng khóa và cùng nội dung trong 48 giờ thì nhận lại câu trả lời đầu, không ghi lần nữa; khóa đã dùng cho nội dung khác bị từ chối. Yêu cầu bị từ chối không được nhớ. / Sent again with the same key and body within 48 hours it gets the first answer and writes nothing; a key used with another body is refused. What was refused is not remembered.
                 * @example 2f6b1c9e-3d1a-4a6f-9b57-0f6f2f1f6c11
                 */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FieldReportCreate"];
            };
        };
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FieldReport"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getFieldReport: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag đã có: 304 nếu bản ghi chưa đổi. / An ETag at hand: 304 while the record is the same. */
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
                /** @description Vì sao xem, mã hóa phần trăm: chủ sở hữu tuyến ngầm đọc được. / Why it is read, percent-encoded: owners of underground networks are told. */
                "X-Read-Reason"?: components["parameters"]["readReason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FieldReport"];
                };
            };
            /** @description Bản ghi chưa đổi. / The record is the same. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    deleteFieldReport: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description ETag của bản đã đọc. / The ETag of the version read.
                 * @example "site-1-1"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Đã xóa. / It is gone. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    updateFieldReport: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description ETag của bản đã đọc. / The ETag of the version read.
                 * @example "site-1-1"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FieldReportPatch"];
                "application/merge-patch+json": components["schemas"]["FieldReportPatch"];
            };
        };
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FieldReport"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listFieldReportHistory: {
        parameters: {
            query?: {
                /** @description Con trỏ của trang trước (cursor); 0 là từ đầu. / The cursor of the page before; 0 is the beginning. */
                since?: number;
                /**
                 * @description Số bản ghi của một trang. / How many records a page has.
                 * @example 5
                 */
                limit?: components["parameters"]["limit"];
            };
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Một trang; hỏi tiếp bằng next. / One page; ask on by next. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listFilings: {
        parameters: {
            query?: {
                /** @description Trang sau bản ghi này; lấy từ next. / The page after this record; take it from next. */
                cursor?: components["parameters"]["cursor"];
                /**
                 * @description Số bản ghi của một trang. / How many records a page has.
                 * @example 5
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description Chỉ của loại bản ghi này. / Only of this noun.
                 * @example sites
                 */
                noun?: "organizations" | "units" | "villages" | "sites" | "masts" | "stations" | "poles" | "manholes" | "ducts" | "trenches" | "cables" | "service-points" | "tenancies" | "permits" | "certificates" | "statements" | "inspections" | "violations" | "field-reports" | "photos" | "zones" | "streets" | "planned-works";
                /** @description Mã tổ chức nộp. / The code of who files. */
                organization?: string;
                /** @description Chỉ ở trạng thái này. / Only in this state. */
                state?: "uploading" | "queued" | "checking" | "unread" | "blocked" | "to_verify" | "ready" | "signed" | "applying" | "accepted" | "partly" | "returned" | "withdrawn";
            };
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Các hồ sơ, mới nhất trước. / The filings, the newest first. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilingPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createFiling: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Gửi lại cùng khóa và cùng nội dung trong 48 giờ thì nhận lại câu trả lời đầu, không ghi lần nữa; khóa đã dùng cho nội dung khác bị từ chối. Yêu cầu bị từ chối không được nhớ. / Sent again with the same key and body within 48 hours it gets the first answer and writes nothing; a key used with another body is refused. What was refused is not remembered.
                 * @example 2f6b1c9e-3d1a-4a6f-9b57-0f6f2f1f6c11
                 */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FilingOrder"];
            };
        };
        responses: {
            /** @description Tệp này đã nộp, hồ sơ chưa xong. / This file is filed already, and not settled yet. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filing"];
                };
            };
            /** @description Hồ sơ. / The filing. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filing"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getFiling: {
        parameters: {
            query?: never;
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Hồ sơ. / The filing. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filing"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    updateFiling: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description ETag của hồ sơ đã đọc; khác thì 412. Không gửi thì không so. / The ETag of the filing as read; 412 when it has moved. Without it nothing is compared. */
                "If-Match"?: string;
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FilingChanges"];
            };
        };
        responses: {
            /** @description Hồ sơ. / The filing. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filing"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    acceptFiling: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description ETag của hồ sơ đã đọc; khác thì 412. Không gửi thì không so. / The ETag of the filing as read; 412 when it has moved. Without it nothing is compared. */
                "If-Match"?: string;
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecisionOrder"];
            };
        };
        responses: {
            /** @description Hồ sơ. / The filing. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filing"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    editFiling: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description ETag của hồ sơ đã đọc; khác thì 412. Không gửi thì không so. / The ETag of the filing as read; 412 when it has moved. Without it nothing is compared. */
                "If-Match"?: string;
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditOrder"];
            };
        };
        responses: {
            /** @description Hồ sơ. / The filing. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filing"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    watchFiling: {
        parameters: {
            query?: never;
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Dòng sự kiện. / A stream of events. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getFilingFile: {
        parameters: {
            query?: never;
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tệp. / The file. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    appendFile: {
        parameters: {
            query?: {
                /** @description Byte đầu của phần này. / The first byte of this part. */
                start?: number;
            };
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Hồ sơ. / The filing. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filing"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listFindingGroups: {
        parameters: {
            query?: never;
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lỗi và cảnh báo gộp theo quy tắc và cột. / Errors and warnings by rule and column. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingGroups"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listFindings: {
        parameters: {
            query?: {
                /** @description Trang sau bản ghi này; lấy từ next. / The page after this record; take it from next. */
                cursor?: components["parameters"]["cursor"];
                /**
                 * @description Số bản ghi của một trang. / How many records a page has.
                 * @example 5
                 */
                limit?: components["parameters"]["limit"];
                /** @description Chỉ của quy tắc này. / Only of this rule. */
                rule?: string;
                /** @description Chỉ bậc này. / Only of this tier. */
                tier?: "syntax" | "validity" | "quality" | "macro";
                /** @description Chỉ của dòng này; 0 là cả tệp. / Only of this row; 0 is the file. */
                row?: number;
                /** @description Bỏ những điều đã xác nhận. / Without what was verified. */
                open?: boolean;
            };
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Mọi lỗi và cảnh báo. / Every error and warning. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getMarked: {
        parameters: {
            query?: {
                /**
                 * @description Ngôn ngữ; mặc định theo Accept-Language. / The language; by default as Accept-Language says.
                 * @example vi
                 */
                lang?: "vi" | "en";
            };
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tệp. / The file. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listFilingMissing: {
        parameters: {
            query?: {
                /** @description Trang sau bản ghi này; lấy từ next. / The page after this record; take it from next. */
                cursor?: components["parameters"]["cursor"];
                /**
                 * @description Số bản ghi của một trang. / How many records a page has.
                 * @example 5
                 */
                limit?: components["parameters"]["limit"];
            };
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Bản ghi có trong sổ mà tệp không có. / Records in the register that the file leaves out. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MissingRecordPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getReceipt: {
        parameters: {
            query?: never;
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Biên nhận. / The receipt. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getReceiptPDF: {
        parameters: {
            query?: never;
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tệp. / The file. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    returnFiling: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description ETag của hồ sơ đã đọc; khác thì 412. Không gửi thì không so. / The ETag of the filing as read; 412 when it has moved. Without it nothing is compared. */
                "If-Match"?: string;
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecisionOrder"];
            };
        };
        responses: {
            /** @description Hồ sơ. / The filing. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filing"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    reviseFiling: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description ETag của hồ sơ đã đọc; khác thì 412. Không gửi thì không so. / The ETag of the filing as read; 412 when it has moved. Without it nothing is compared. */
                "If-Match"?: string;
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FilingOrder"];
            };
        };
        responses: {
            /** @description Hồ sơ. / The filing. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filing"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    decideFilingRows: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description ETag của hồ sơ đã đọc; khác thì 412. Không gửi thì không so. / The ETag of the filing as read; 412 when it has moved. Without it nothing is compared. */
                "If-Match"?: string;
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RowDecision"];
            };
        };
        responses: {
            /** @description Hồ sơ. / The filing. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filing"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listFilingRows: {
        parameters: {
            query?: {
                /** @description Trang sau bản ghi này; lấy từ next. / The page after this record; take it from next. */
                cursor?: components["parameters"]["cursor"];
                /**
                 * @description Số bản ghi của một trang. / How many records a page has.
                 * @example 5
                 */
                limit?: components["parameters"]["limit"];
                /** @description Chỉ loại dòng này. / Only rows of this class. */
                class?: "new" | "changed" | "same" | "refused";
                /** @description Chỉ dòng có lỗi hoặc cảnh báo. / Only rows with findings. */
                faulty?: boolean;
            };
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Các dòng và việc chấp nhận sẽ làm gì. / The rows, and what accepting would do. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilingRowPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    signFiling: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description ETag của hồ sơ đã đọc; khác thì 412. Không gửi thì không so. / The ETag of the filing as read; 412 when it has moved. Without it nothing is compared. */
                "If-Match"?: string;
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Hồ sơ. / The filing. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filing"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    verifyFindings: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description ETag của hồ sơ đã đọc; khác thì 412. Không gửi thì không so. / The ETag of the filing as read; 412 when it has moved. Without it nothing is compared. */
                "If-Match"?: string;
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Verification"];
            };
        };
        responses: {
            /** @description Hồ sơ. / The filing. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filing"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    withdrawFiling: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description ETag của hồ sơ đã đọc; khác thì 412. Không gửi thì không so. / The ETag of the filing as read; 412 when it has moved. Without it nothing is compared. */
                "If-Match"?: string;
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Hồ sơ. / The filing. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filing"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getCompliance: {
        parameters: {
            query?: {
                /** @description Mã đơn vị hành chính có hiệu lực vào as_of (hoặc hôm nay), gồm mọi cấp dưới. / The code a unit has on as_of (or today); it means it and everything below. */
                unit?: components["parameters"]["unit"];
                /** @description Chỉ những gì đang hoạt động hoặc có hiệu lực vào ngày này. / Only what was in service or valid on the day. */
                as_of?: components["parameters"]["as_of"];
                /** @description Mã chủ sở hữu; với trạm là doanh nghiệp, với dùng chung là bên thuê. / The owner's code; for a station its operator's, for a tenancy its tenant's. */
                owner?: components["parameters"]["owner"];
            };
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Chỉ những vị trí mà người hỏi được xem giấy tờ. / Of the sites whose papers the reader may see. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplianceCounts"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getCounts: {
        parameters: {
            query?: {
                /** @description Mã đơn vị hành chính có hiệu lực vào as_of (hoặc hôm nay), gồm mọi cấp dưới. / The code a unit has on as_of (or today); it means it and everything below. */
                unit?: components["parameters"]["unit"];
                /** @description Chỉ những gì đang hoạt động hoặc có hiệu lực vào ngày này. / Only what was in service or valid on the day. */
                as_of?: components["parameters"]["as_of"];
                /**
                 * @description Chia theo. / What to split by.
                 * @example commune
                 */
                by?: "commune" | "province";
            };
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Số liệu. / The numbers. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Counts"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getCoverage: {
        parameters: {
            query?: {
                /**
                 * @description Dịch vụ. / The service.
                 * @example mobile
                 */
                service?: "mobile" | "fibre";
                /** @description Các công nghệ, cách nhau dấu phẩy; mặc định mọi công nghệ băng rộng. / Technologies, comma separated; by default every broadband one. */
                technology?: string;
                /** @description Mã doanh nghiệp; mặc định bất kỳ. / An operator's code; any by default. */
                operator?: string;
                /** @description Thay bán kính phục vụ, mét, trên 0. / Replaces the service radius, metres, over 0. */
                within?: number;
                /** @description Mã đơn vị hành chính có hiệu lực vào as_of (hoặc hôm nay), gồm mọi cấp dưới. / The code a unit has on as_of (or today); it means it and everything below. */
                unit?: components["parameters"]["unit"];
                /** @description Chỉ những gì đang hoạt động hoặc có hiệu lực vào ngày này. / Only what was in service or valid on the day. */
                as_of?: components["parameters"]["as_of"];
                /**
                 * @description Chia kết quả theo. / What to split the answer by.
                 * @example commune
                 */
                by?: components["parameters"]["by"];
            };
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Số liệu. / The numbers. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoverageAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listCoverageRecords: {
        parameters: {
            query?: {
                /**
                 * @description Dịch vụ. / The service.
                 * @example mobile
                 */
                service?: "mobile" | "fibre";
                /** @description Các công nghệ, cách nhau dấu phẩy; mặc định mọi công nghệ băng rộng. / Technologies, comma separated; by default every broadband one. */
                technology?: string;
                /** @description Mã doanh nghiệp; mặc định bất kỳ. / An operator's code; any by default. */
                operator?: string;
                /** @description Thay bán kính phục vụ, mét, trên 0. / Replaces the service radius, metres, over 0. */
                within?: number;
                /** @description Mã đơn vị hành chính có hiệu lực vào as_of (hoặc hôm nay), gồm mọi cấp dưới. / The code a unit has on as_of (or today); it means it and everything below. */
                unit?: components["parameters"]["unit"];
                /** @description Chỉ những gì đang hoạt động hoặc có hiệu lực vào ngày này. / Only what was in service or valid on the day. */
                as_of?: components["parameters"]["as_of"];
            };
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Số liệu. / The numbers. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoverageRecords"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listNearest: {
        parameters: {
            query?: {
                /** @description Của cái gì. / Of what. */
                of?: "villages";
                /**
                 * @description Tới cái gì. / To what.
                 * @example service-points
                 */
                to?: "service_point" | "service-points" | "site" | "sites";
                /** @description Mã đơn vị hành chính có hiệu lực vào as_of (hoặc hôm nay), gồm mọi cấp dưới. / The code a unit has on as_of (or today); it means it and everything below. */
                unit?: components["parameters"]["unit"];
                /** @description Chỉ những gì đang hoạt động hoặc có hiệu lực vào ngày này. / Only what was in service or valid on the day. */
                as_of?: components["parameters"]["as_of"];
            };
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Số liệu. / The numbers. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NearestAssets"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getSharing: {
        parameters: {
            query?: {
                /** @description Loại công trình, tên hoặc số nhiều. / The kind of asset, by name or plural. */
                asset?: "site" | "sites" | "pole" | "poles" | "duct" | "ducts" | "manhole" | "manholes" | "trench" | "trenches";
                /** @description Cách đếm. / How positions are counted. */
                method?: "registered" | "spatial";
                /** @description Khoảng cách gộp, mét (spatial). / The merge distance in metres (spatial). */
                merge_distance?: number;
                /** @description Mẫu số: toàn bộ hay xây mới từ since. / The denominator: the stock, or what is new from since. */
                cohort?: "stock" | "new";
                /** @description Ngày đầu của nhóm new. / First day of the cohort new. */
                since?: string;
                /** @description Đếm hay đo chiều dài; mặc định theo loại. / Count, or length; the default is the kind's. */
                measure?: "count" | "length";
                /** @description Chỉ tính khi hai bên xác nhận. / Only what both sides confirm. */
                confirmed_only?: boolean;
                /** @description Tính đối tác dùng chung tích cực. / Count partners of active sharing. */
                count_active_sharing?: boolean;
                /** @description Vị trí của công ty hạ tầng có một bên thuê là dùng chung. / A tower company's position with one tenant is shared. */
                tower_company_single?: boolean;
                /** @description Cột điện tính thế nào. / How power poles count. */
                power_poles?: "with_tenants" | "all" | "none";
                /** @description Loại vị trí bỏ ra, cách nhau dấu phẩy; none là không bỏ. / Site kinds left out, comma separated; none leaves nothing out. */
                exclude_site_kinds?: string;
                /** @description Mã đơn vị hành chính có hiệu lực vào as_of (hoặc hôm nay), gồm mọi cấp dưới. / The code a unit has on as_of (or today); it means it and everything below. */
                unit?: components["parameters"]["unit"];
                /** @description Chỉ những gì đang hoạt động hoặc có hiệu lực vào ngày này. / Only what was in service or valid on the day. */
                as_of?: components["parameters"]["as_of"];
                /**
                 * @description Chia kết quả theo. / What to split the answer by.
                 * @example commune
                 */
                by?: components["parameters"]["by"];
            };
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Số liệu. / The numbers. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SharingAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getSharingSensitivity: {
        parameters: {
            query?: {
                /** @description Loại công trình, tên hoặc số nhiều. / The kind of asset, by name or plural. */
                asset?: "site" | "sites" | "pole" | "poles" | "duct" | "ducts" | "manhole" | "manholes" | "trench" | "trenches";
                /** @description Cách đếm. / How positions are counted. */
                method?: "registered" | "spatial";
                /** @description Khoảng cách gộp, mét (spatial). / The merge distance in metres (spatial). */
                merge_distance?: number;
                /** @description Mẫu số: toàn bộ hay xây mới từ since. / The denominator: the stock, or what is new from since. */
                cohort?: "stock" | "new";
                /** @description Ngày đầu của nhóm new. / First day of the cohort new. */
                since?: string;
                /** @description Đếm hay đo chiều dài; mặc định theo loại. / Count, or length; the default is the kind's. */
                measure?: "count" | "length";
                /** @description Chỉ tính khi hai bên xác nhận. / Only what both sides confirm. */
                confirmed_only?: boolean;
                /** @description Tính đối tác dùng chung tích cực. / Count partners of active sharing. */
                count_active_sharing?: boolean;
                /** @description Vị trí của công ty hạ tầng có một bên thuê là dùng chung. / A tower company's position with one tenant is shared. */
                tower_company_single?: boolean;
                /** @description Cột điện tính thế nào. / How power poles count. */
                power_poles?: "with_tenants" | "all" | "none";
                /** @description Loại vị trí bỏ ra, cách nhau dấu phẩy; none là không bỏ. / Site kinds left out, comma separated; none leaves nothing out. */
                exclude_site_kinds?: string;
                /** @description Mã đơn vị hành chính có hiệu lực vào as_of (hoặc hôm nay), gồm mọi cấp dưới. / The code a unit has on as_of (or today); it means it and everything below. */
                unit?: components["parameters"]["unit"];
                /** @description Chỉ những gì đang hoạt động hoặc có hiệu lực vào ngày này. / Only what was in service or valid on the day. */
                as_of?: components["parameters"]["as_of"];
                /** @description Khoảng cách đầu, mét. / The first distance, metres. */
                from?: number;
                /** @description Khoảng cách cuối, mét. / The last distance, metres. */
                to?: number;
                /**
                 * @description Số khoảng cách. / How many distances.
                 * @example 5
                 */
                steps?: number;
            };
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Số liệu. / The numbers. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SharingCurve"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listSharingRecords: {
        parameters: {
            query?: {
                /** @description Loại công trình, tên hoặc số nhiều. / The kind of asset, by name or plural. */
                asset?: "site" | "sites" | "pole" | "poles" | "duct" | "ducts" | "manhole" | "manholes" | "trench" | "trenches";
                /** @description Cách đếm. / How positions are counted. */
                method?: "registered" | "spatial";
                /** @description Khoảng cách gộp, mét (spatial). / The merge distance in metres (spatial). */
                merge_distance?: number;
                /** @description Mẫu số: toàn bộ hay xây mới từ since. / The denominator: the stock, or what is new from since. */
                cohort?: "stock" | "new";
                /** @description Ngày đầu của nhóm new. / First day of the cohort new. */
                since?: string;
                /** @description Đếm hay đo chiều dài; mặc định theo loại. / Count, or length; the default is the kind's. */
                measure?: "count" | "length";
                /** @description Chỉ tính khi hai bên xác nhận. / Only what both sides confirm. */
                confirmed_only?: boolean;
                /** @description Tính đối tác dùng chung tích cực. / Count partners of active sharing. */
                count_active_sharing?: boolean;
                /** @description Vị trí của công ty hạ tầng có một bên thuê là dùng chung. / A tower company's position with one tenant is shared. */
                tower_company_single?: boolean;
                /** @description Cột điện tính thế nào. / How power poles count. */
                power_poles?: "with_tenants" | "all" | "none";
                /** @description Loại vị trí bỏ ra, cách nhau dấu phẩy; none là không bỏ. / Site kinds left out, comma separated; none leaves nothing out. */
                exclude_site_kinds?: string;
                /** @description Mã đơn vị hành chính có hiệu lực vào as_of (hoặc hôm nay), gồm mọi cấp dưới. / The code a unit has on as_of (or today); it means it and everything below. */
                unit?: components["parameters"]["unit"];
                /** @description Chỉ những gì đang hoạt động hoặc có hiệu lực vào ngày này. / Only what was in service or valid on the day. */
                as_of?: components["parameters"]["as_of"];
            };
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Số liệu. / The numbers. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SharingRecords"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listInspections: {
        parameters: {
            query?: {
                /** @description Số hiệu của một công trình; thường đi cùng asset_kind. / The id of an asset; mostly with asset_kind. */
                asset?: components["parameters"]["asset"];
                /** @description Mã trong danh mục asset_kind. / A code of the list asset_kind. */
                asset_kind?: components["parameters"]["asset_kind"];
                /** @description Tây,nam,đông,bắc theo độ WGS84: những gì chạm khung này. / West,south,east,north in WGS84 degrees: what touches the box. */
                bbox?: components["parameters"]["bbox"];
                /** @description Mọi chữ này có trong mã, tên, địa chỉ hoặc đường; không phân biệt dấu, cách đặt dấu thanh, hoa thường. / Each of these words is in the code, name, address or road; accents, tone placement and case aside. */
                q?: components["parameters"]["q"];
                /** @description Mã đơn vị hành chính có hiệu lực vào as_of (hoặc hôm nay), gồm mọi cấp dưới. / The code a unit has on as_of (or today); it means it and everything below. */
                unit?: components["parameters"]["unit"];
                /** @description Trang sau bản ghi này; lấy từ next. / The page after this record; take it from next. */
                cursor?: components["parameters"]["cursor"];
                /**
                 * @description Số bản ghi của một trang. / How many records a page has.
                 * @example 5
                 */
                limit?: components["parameters"]["limit"];
            };
            header?: {
                /** @description Vì sao xem, mã hóa phần trăm: chủ sở hữu tuyến ngầm đọc được. / Why it is read, percent-encoded: owners of underground networks are told. */
                "X-Read-Reason"?: components["parameters"]["readReason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Một trang. / One page. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InspectionPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createInspection: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Gửi lại cùng khóa và cùng nội dung trong 48 giờ thì nhận lại câu trả lời đầu, không ghi lần nữa; khóa đã dùng cho nội dung khác bị từ chối. Yêu cầu bị từ chối không được nhớ. / Sent again with the same key and body within 48 hours it gets the first answer and writes nothing; a key used with another body is refused. What was refused is not remembered.
                 * @example 2f6b1c9e-3d1a-4a6f-9b57-0f6f2f1f6c11
                 */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InspectionCreate"];
            };
        };
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Inspection"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getInspection: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag đã có: 304 nếu bản ghi chưa đổi. / An ETag at hand: 304 while the record is the same. */
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
                /** @description Vì sao xem, mã hóa phần trăm: chủ sở hữu tuyến ngầm đọc được. / Why it is read, percent-encoded: owners of underground networks are told. */
                "X-Read-Reason"?: components["parameters"]["readReason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Inspection"];
                };
            };
            /** @description Bản ghi chưa đổi. / The record is the same. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    deleteInspection: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description ETag của bản đã đọc. / The ETag of the version read.
                 * @example "site-1-1"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Đã xóa. / It is gone. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    updateInspection: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description ETag của bản đã đọc. / The ETag of the version read.
                 * @example "site-1-1"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InspectionPatch"];
                "application/merge-patch+json": components["schemas"]["InspectionPatch"];
            };
        };
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Inspection"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listInspectionHistory: {
        parameters: {
            query?: {
                /** @description Con trỏ của trang trước (cursor); 0 là từ đầu. / The cursor of the page before; 0 is the beginning. */
                since?: number;
                /**
                 * @description Số bản ghi của một trang. / How many records a page has.
                 * @example 5
                 */
                limit?: components["parameters"]["limit"];
            };
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Một trang; hỏi tiếp bằng next. / One page; ask on by next. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listKeys: {
        parameters: {
            query?: never;
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Mới nhất trước. / The newest first. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createKey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeyOrder"];
            };
        };
        responses: {
            /** @description Khóa mới; chỉ câu trả lời này có nó. / The new key; this answer alone has it. */
            201: {
                headers: {
                    /** @description Đường dẫn của khóa mới. / The path of the new key. */
                    Location: string;
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeKey"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    revokeKey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Đã thu hồi. / It has ended. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    lookUp: {
        parameters: {
            query?: {
                /**
                 * @description Cặp tọa độ viết kiểu nào cũng được: độ thập phân, độ phút giây, X Y mét. / A pair of coordinates written in any way: decimal degrees, degrees minutes seconds, metres X Y.
                 * @example 20,53; 105,9
                 */
                coordinates?: string;
                /** @description Hệ tọa độ của coordinates, như EPSG:9210; không ghi thì thử mọi hệ. / The system of coordinates, such as EPSG:9210; without it every one is tried. */
                crs?: string;
                /** @description Kinh độ WGS84, thay cho coordinates. / Longitude, WGS84, instead of coordinates. */
                lon?: number;
                /** @description Vĩ độ WGS84. / Latitude, WGS84. */
                lat?: number;
                /** @description Chỉ những gì đang hoạt động hoặc có hiệu lực vào ngày này. / Only what was in service or valid on the day. */
                as_of?: components["parameters"]["as_of"];
            };
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Mỗi cách đọc một mục. / One item for each way to read it. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LookupAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listManholes: {
        parameters: {
            query?: {
                /** @description Với as_of: cả những gì chưa xây dựng xong, như bản đồ của hôm nay. / With as_of: what is not built yet too, as the map of today. */
                ahead?: components["parameters"]["ahead"];
                /** @description Chỉ những gì đang hoạt động hoặc có hiệu lực vào ngày này. / Only what was in service or valid on the day. */
                as_of?: components["parameters"]["as_of"];
                /** @description Tây,nam,đông,bắc theo độ WGS84: những gì chạm khung này. / West,south,east,north in WGS84 degrees: what touches the box. */
                bbox?: components["parameters"]["bbox"];
                /** @description Mã chủ sở hữu; với trạm là doanh nghiệp, với dùng chung là bên thuê. / The owner's code; for a station its operator's, for a tenancy its tenant's. */
                owner?: components["parameters"]["owner"];
                /** @description Mọi chữ này có trong mã, tên, địa chỉ hoặc đường; không phân biệt dấu, cách đặt dấu thanh, hoa thường. / Each of these words is in the code, name, address or road; accents, tone placement and case aside. */
                q?: components["parameters"]["q"];
                /** @description Mã trong danh mục status. / A code of the list status. */
                status?: components["parameters"]["status"];
                /** @description Mã tổ chức đang thuê công trình, hoặc có trạm đang phát sóng ở vị trí, vào as_of (hoặc hôm nay). / The code of an organization that rents the asset, or has a station on air at the site, on as_of (or today). */
                tenant?: components["parameters"]["tenant"];
                /** @description Mã đơn vị hành chính có hiệu lực vào as_of (hoặc hôm nay), gồm mọi cấp dưới. / The code a unit has on as_of (or today); it means it and everything below. */
                unit?: components["parameters"]["unit"];
                /** @description Trang sau bản ghi này; lấy từ next. / The page after this record; take it from next. */
                cursor?: components["parameters"]["cursor"];
                /**
                 * @description Số bản ghi của một trang. / How many records a page has.
                 * @example 5
                 */
                limit?: components["parameters"]["limit"];
            };
            header?: {
                /** @description Vì sao xem, mã hóa phần trăm: chủ sở hữu tuyến ngầm đọc được. / Why it is read, percent-encoded: owners of underground networks are told. */
                "X-Read-Reason"?: components["parameters"]["readReason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Một trang. / One page. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ManholePage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createManhole: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Gửi lại cùng khóa và cùng nội dung trong 48 giờ thì nhận lại câu trả lời đầu, không ghi lần nữa; khóa đã dùng cho nội dung khác bị từ chối. Yêu cầu bị từ chối không được nhớ. / Sent again with the same key and body within 48 hours it gets the first answer and writes nothing; a key used with another body is refused. What was refused is not remembered.
                 * @example 2f6b1c9e-3d1a-4a6f-9b57-0f6f2f1f6c11
                 */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ManholeCreate"];
            };
        };
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Manhole"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getManhole: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag đã có: 304 nếu bản ghi chưa đổi. / An ETag at hand: 304 while the record is the same. */
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
                /** @description Vì sao xem, mã hóa phần trăm: chủ sở hữu tuyến ngầm đọc được. / Why it is read, percent-encoded: owners of underground networks are told. */
                "X-Read-Reason"?: components["parameters"]["readReason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Manhole"];
                };
            };
            /** @description Bản ghi chưa đổi. / The record is the same. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    deleteManhole: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description ETag của bản đã đọc. / The ETag of the version read.
                 * @example "site-1-1"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Đã xóa. / It is gone. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    updateManhole: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description ETag của bản đã đọc. / The ETag of the version read.
                 * @example "site-1-1"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ManholePatch"];
                "application/merge-patch+json": components["schemas"]["ManholePatch"];
            };
        };
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Manhole"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listManholeHistory: {
        parameters: {
            query?: {
                /** @description Con trỏ của trang trước (cursor); 0 là từ đầu. / The cursor of the page before; 0 is the beginning. */
                since?: number;
                /**
                 * @description Số bản ghi của một trang. / How many records a page has.
                 * @example 5
                 */
                limit?: components["parameters"]["limit"];
            };
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Một trang; hỏi tiếp bằng next. / One page; ask on by next. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listMasts: {
        parameters: {
            query?: {
                /** @description Chỉ những gì đang hoạt động hoặc có hiệu lực vào ngày này. / Only what was in service or valid on the day. */
                as_of?: components["parameters"]["as_of"];
                /** @description Tây,nam,đông,bắc theo độ WGS84: những gì chạm khung này. / West,south,east,north in WGS84 degrees: what touches the box. */
                bbox?: components["parameters"]["bbox"];
                /** @description Mã chủ sở hữu; với trạm là doanh nghiệp, với dùng chung là bên thuê. / The owner's code; for a station its operator's, for a tenancy its tenant's. */
                owner?: components["parameters"]["owner"];
                /** @description Mọi chữ này có trong mã, tên, địa chỉ hoặc đường; không phân biệt dấu, cách đặt dấu thanh, hoa thường. / Each of these words is in the code, name, address or road; accents, tone placement and case aside. */
                q?: components["parameters"]["q"];
                /** @description Số hiệu của một vị trí. / The id of a site. */
                site?: components["parameters"]["site"];
                /** @description Mã đơn vị hành chính có hiệu lực vào as_of (hoặc hôm nay), gồm mọi cấp dưới. / The code a unit has on as_of (or today); it means it and everything below. */
                unit?: components["parameters"]["unit"];
                /** @description Trang sau bản ghi này; lấy từ next. / The page after this record; take it from next. */
                cursor?: components["parameters"]["cursor"];
                /**
                 * @description Số bản ghi của một trang. / How many records a page has.
                 * @example 5
                 */
                limit?: components["parameters"]["limit"];
            };
            header?: {
                /** @description Vì sao xem, mã hóa phần trăm: chủ sở hữu tuyến ngầm đọc được. / Why it is read, percent-encoded: owners of underground networks are told. */
                "X-Read-Reason"?: components["parameters"]["readReason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Một trang. / One page. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MastPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createMast: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Gửi lại cùng khóa và cùng nội dung trong 48 giờ thì nhận lại câu trả lời đầu, không ghi lần nữa; khóa đã dùng cho nội dung khác bị từ chối. Yêu cầu bị từ chối không được nhớ. / Sent again with the same key and body within 48 hours it gets the first answer and writes nothing; a key used with another body is refused. What was refused is not remembered.
                 * @example 2f6b1c9e-3d1a-4a6f-9b57-0f6f2f1f6c11
                 */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MastCreate"];
            };
        };
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mast"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getMast: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag đã có: 304 nếu bản ghi chưa đổi. / An ETag at hand: 304 while the record is the same. */
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
                /** @description Vì sao xem, mã hóa phần trăm: chủ sở hữu tuyến ngầm đọc được. / Why it is read, percent-encoded: owners of underground networks are told. */
                "X-Read-Reason"?: components["parameters"]["readReason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mast"];
                };
            };
            /** @description Bản ghi chưa đổi. / The record is the same. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    deleteMast: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description ETag của bản đã đọc. / The ETag of the version read.
                 * @example "site-1-1"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Đã xóa. / It is gone. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    updateMast: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description ETag của bản đã đọc. / The ETag of the version read.
                 * @example "site-1-1"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MastPatch"];
                "application/merge-patch+json": components["schemas"]["MastPatch"];
            };
        };
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mast"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readMastCompliance: {
        parameters: {
            query?: {
                /** @description Chỉ những gì đang hoạt động hoặc có hiệu lực vào ngày này. / Only what was in service or valid on the day. */
                as_of?: components["parameters"]["as_of"];
            };
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Kết luận, căn cứ và mọi thứ liên quan mà người hỏi được xem. / The verdict, what it rests on, and all that belongs to it that the reader may see. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Card"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listMastHistory: {
        parameters: {
            query?: {
                /** @description Con trỏ của trang trước (cursor); 0 là từ đầu. / The cursor of the page before; 0 is the beginning. */
                since?: number;
                /**
                 * @description Số bản ghi của một trang. / How many records a page has.
                 * @example 5
                 */
                limit?: components["parameters"]["limit"];
            };
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Một trang; hỏi tiếp bằng next. / One page; ask on by next. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    moveMast: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description ETag của bản đã đọc. / The ETag of the version read.
                 * @example "site-1-1"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description Gửi lại cùng khóa và cùng nội dung trong 48 giờ thì nhận lại câu trả lời đầu, không ghi lần nữa; khóa đã dùng cho nội dung khác bị từ chối. Yêu cầu bị từ chối không được nhớ. / Sent again with the same key and body within 48 hours it gets the first answer and writes nothing; a key used with another body is refused. What was refused is not remembered.
                 * @example 2f6b1c9e-3d1a-4a6f-9b57-0f6f2f1f6c11
                 */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveMast"];
            };
        };
        responses: {
            /** @description Cột và các trạm đã chuyển. / The mast and the stations that moved. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MoveAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listNotices: {
        parameters: {
            query?: {
                /** @description Trang sau bản ghi này; lấy từ next. / The page after this record; take it from next. */
                cursor?: components["parameters"]["cursor"];
                /**
                 * @description Số bản ghi của một trang. / How many records a page has.
                 * @example 5
                 */
                limit?: components["parameters"]["limit"];
                /** @description Chỉ những gì chưa đọc. / Only what is not read yet. */
                unread?: boolean;
            };
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Một trang. / One page. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticePage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readNotice: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Thông báo sau đó. / The notice as it is then. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notice"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listObligations: {
        parameters: {
            query?: {
                /** @description Trang sau bản ghi này; lấy từ next. / The page after this record; take it from next. */
                cursor?: components["parameters"]["cursor"];
                /**
                 * @description Số bản ghi của một trang. / How many records a page has.
                 * @example 5
                 */
                limit?: components["parameters"]["limit"];
            };
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Một trang. / One page. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ObligationPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createObligation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ObligationOrder"];
            };
        };
        responses: {
            /** @description Nghĩa vụ như đã lưu. / The obligation as it is stored. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Obligation"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getObligation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nghĩa vụ như đã lưu. / The obligation as it is stored. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Obligation"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    updateObligation: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description ETag của bản đã đọc. / The ETag of the version read.
                 * @example "site-1-1"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ObligationPatch"];
            };
        };
        responses: {
            /** @description Nghĩa vụ như đã lưu. / The obligation as it is stored. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Obligation"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getDocument: {
        parameters: {
            query?: never;
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tài liệu này. / This document. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/yaml": Record<string, unknown>;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listOrganizations: {
        parameters: {
            query?: {
                /** @description Mọi chữ này có trong mã, tên, địa chỉ hoặc đường; không phân biệt dấu, cách đặt dấu thanh, hoa thường. / Each of these words is in the code, name, address or road; accents, tone placement and case aside. */
                q?: components["parameters"]["q"];
                /** @description Trang sau bản ghi này; lấy từ next. / The page after this record; take it from next. */
                cursor?: components["parameters"]["cursor"];
                /**
                 * @description Số bản ghi của một trang. / How many records a page has.
                 * @example 5
                 */
                limit?: components["parameters"]["limit"];
            };
            header?: {
                /** @description Vì sao xem, mã hóa phần trăm: chủ sở hữu tuyến ngầm đọc được. / Why it is read, percent-encoded: owners of underground networks are told. */
                "X-Read-Reason"?: components["parameters"]["readReason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Một trang. / One page. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createOrganization: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Gửi lại cùng khóa và cùng nội dung trong 48 giờ thì nhận lại câu trả lời đầu, không ghi lần nữa; khóa đã dùng cho nội dung khác bị từ chối. Yêu cầu bị từ chối không được nhớ. / Sent again with the same key and body within 48 hours it gets the first answer and writes nothing; a key used with another body is refused. What was refused is not remembered.
                 * @example 2f6b1c9e-3d1a-4a6f-9b57-0f6f2f1f6c11
                 */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganizationCreate"];
            };
        };
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getOrganization: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag đã có: 304 nếu bản ghi chưa đổi. / An ETag at hand: 304 while the record is the same. */
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
                /** @description Vì sao xem, mã hóa phần trăm: chủ sở hữu tuyến ngầm đọc được. / Why it is read, percent-encoded: owners of underground networks are told. */
                "X-Read-Reason"?: components["parameters"]["readReason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
            /** @description Bản ghi chưa đổi. / The record is the same. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    deleteOrganization: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description ETag của bản đã đọc. / The ETag of the version read.
                 * @example "site-1-1"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Đã xóa. / It is gone. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    updateOrganization: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description ETag của bản đã đọc. / The ETag of the version read.
                 * @example "site-1-1"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganizationPatch"];
                "application/merge-patch+json": components["schemas"]["OrganizationPatch"];
            };
        };
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listOrganizationHistory: {
        parameters: {
            query?: {
                /** @description Con trỏ của trang trước (cursor); 0 là từ đầu. / The cursor of the page before; 0 is the beginning. */
                since?: number;
                /**
                 * @description Số bản ghi của một trang. / How many records a page has.
                 * @example 5
                 */
                limit?: components["parameters"]["limit"];
            };
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Một trang; hỏi tiếp bằng next. / One page; ask on by next. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    setPassword: {
        parameters: {
            query?: never;
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            /** @description Đã đặt mật khẩu. / The password is set. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listPermits: {
        parameters: {
            query?: {
                /** @description Số hiệu của một công trình; thường đi cùng asset_kind. / The id of an asset; mostly with asset_kind. */
                asset?: components["parameters"]["asset"];
                /** @description Mã trong danh mục asset_kind. / A code of the list asset_kind. */
                asset_kind?: components["parameters"]["asset_kind"];
                /** @description Mọi chữ này có trong mã, tên, địa chỉ hoặc đường; không phân biệt dấu, cách đặt dấu thanh, hoa thường. / Each of these words is in the code, name, address or road; accents, tone placement and case aside. */
                q?: components["parameters"]["q"];
                /** @description Mã đơn vị hành chính có hiệu lực vào as_of (hoặc hôm nay), gồm mọi cấp dưới. / The code a unit has on as_of (or today); it means it and everything below. */
                unit?: components["parameters"]["unit"];
                /** @description Trang sau bản ghi này; lấy từ next. / The page after this record; take it from next. */
                cursor?: components["parameters"]["cursor"];
                /**
                 * @description Số bản ghi của một trang. / How many records a page has.
                 * @example 5
                 */
                limit?: components["parameters"]["limit"];
            };
            header?: {
                /** @description Vì sao xem, mã hóa phần trăm: chủ sở hữu tuyến ngầm đọc được. / Why it is read, percent-encoded: owners of underground networks are told. */
                "X-Read-Reason"?: components["parameters"]["readReason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Một trang. / One page. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PermitPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createPermit: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Gửi lại cùng khóa và cùng nội dung trong 48 giờ thì nhận lại câu trả lời đầu, không ghi lần nữa; khóa đã dùng cho nội dung khác bị từ chối. Yêu cầu bị từ chối không được nhớ. / Sent again with the same key and body within 48 hours it gets the first answer and writes nothing; a key used with another body is refused. What was refused is not remembered.
                 * @example 2f6b1c9e-3d1a-4a6f-9b57-0f6f2f1f6c11
                 */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PermitCreate"];
            };
        };
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Permit"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getPermit: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag đã có: 304 nếu bản ghi chưa đổi. / An ETag at hand: 304 while the record is the same. */
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
                /** @description Vì sao xem, mã hóa phần trăm: chủ sở hữu tuyến ngầm đọc được. / Why it is read, percent-encoded: owners of underground networks are told. */
                "X-Read-Reason"?: components["parameters"]["readReason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Permit"];
                };
            };
            /** @description Bản ghi chưa đổi. / The record is the same. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    deletePermit: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description ETag của bản đã đọc. / The ETag of the version read.
                 * @example "site-1-1"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Đã xóa. / It is gone. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    updatePermit: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description ETag của bản đã đọc. / The ETag of the version read.
                 * @example "site-1-1"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PermitPatch"];
                "application/merge-patch+json": components["schemas"]["PermitPatch"];
            };
        };
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Permit"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listPermitHistory: {
        parameters: {
            query?: {
                /** @description Con trỏ của trang trước (cursor); 0 là từ đầu. / The cursor of the page before; 0 is the beginning. */
                since?: number;
                /**
                 * @description Số bản ghi của một trang. / How many records a page has.
                 * @example 5
                 */
                limit?: components["parameters"]["limit"];
            };
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Một trang; hỏi tiếp bằng next. / One page; ask on by next. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listPhotos: {
        parameters: {
            query?: {
                /** @description Số hiệu của một công trình; thường đi cùng asset_kind. / The id of an asset; mostly with asset_kind. */
                asset?: components["parameters"]["asset"];
                /** @description Mã trong danh mục asset_kind. / A code of the list asset_kind. */
                asset_kind?: components["parameters"]["asset_kind"];
                /** @description Tây,nam,đông,bắc theo độ WGS84: những gì chạm khung này. / West,south,east,north in WGS84 degrees: what touches the box. */
                bbox?: components["parameters"]["bbox"];
                /** @description Mọi chữ này có trong mã, tên, địa chỉ hoặc đường; không phân biệt dấu, cách đặt dấu thanh, hoa thường. / Each of these words is in the code, name, address or road; accents, tone placement and case aside. */
                q?: components["parameters"]["q"];
                /** @description Mã đơn vị hành chính có hiệu lực vào as_of (hoặc hôm nay), gồm mọi cấp dưới. / The code a unit has on as_of (or today); it means it and everything below. */
                unit?: components["parameters"]["unit"];
                /** @description Trang sau bản ghi này; lấy từ next. / The page after this record; take it from next. */
                cursor?: components["parameters"]["cursor"];
                /**
                 * @description Số bản ghi của một trang. / How many records a page has.
                 * @example 5
                 */
                limit?: components["parameters"]["limit"];
            };
            header?: {
                /** @description Vì sao xem, mã hóa phần trăm: chủ sở hữu tuyến ngầm đọc được. / Why it is read, percent-encoded: owners of underground networks are told. */
                "X-Read-Reason"?: components["parameters"]["readReason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Một trang. / One page. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhotoPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createPhoto: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Gửi lại cùng khóa và cùng nội dung trong 48 giờ thì nhận lại câu trả lời đầu, không ghi lần nữa; khóa đã dùng cho nội dung khác bị từ chối. Yêu cầu bị từ chối không được nhớ. / Sent again with the same key and body within 48 hours it gets the first answer and writes nothing; a key used with another body is refused. What was refused is not remembered.
                 * @example 2f6b1c9e-3d1a-4a6f-9b57-0f6f2f1f6c11
                 */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PhotoCreate"];
            };
        };
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Photo"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getPhoto: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag đã có: 304 nếu bản ghi chưa đổi. / An ETag at hand: 304 while the record is the same. */
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
                /** @description Vì sao xem, mã hóa phần trăm: chủ sở hữu tuyến ngầm đọc được. / Why it is read, percent-encoded: owners of underground networks are told. */
                "X-Read-Reason"?: components["parameters"]["readReason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Photo"];
                };
            };
            /** @description Bản ghi chưa đổi. / The record is the same. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    deletePhoto: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description ETag của bản đã đọc. / The ETag of the version read.
                 * @example "site-1-1"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Đã xóa. / It is gone. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    updatePhoto: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description ETag của bản đã đọc. / The ETag of the version read.
                 * @example "site-1-1"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PhotoPatch"];
                "application/merge-patch+json": components["schemas"]["PhotoPatch"];
            };
        };
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Photo"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getPhotoFile: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag đã có: 304 nếu bản ghi chưa đổi. / An ETag at hand: 304 while the record is the same. */
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ảnh. / The picture. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": string;
                    "image/png": string;
                };
            };
            /** @description Ảnh chưa đổi. / The picture is the same. */
            304: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    storePhoto: {
        parameters: {
            query?: never;
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "image/jpeg": string;
                "image/png": string;
            };
        };
        responses: {
            /** @description Ảnh, với những gì đọc được từ tệp. / The photo, with what its bytes tell. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Photo"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listPhotoHistory: {
        parameters: {
            query?: {
                /** @description Con trỏ của trang trước (cursor); 0 là từ đầu. / The cursor of the page before; 0 is the beginning. */
                since?: number;
                /**
                 * @description Số bản ghi của một trang. / How many records a page has.
                 * @example 5
                 */
                limit?: components["parameters"]["limit"];
            };
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Một trang; hỏi tiếp bằng next. / One page; ask on by next. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getPhotoThumbnail: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag đã có: 304 nếu bản ghi chưa đổi. / An ETag at hand: 304 while the record is the same. */
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ảnh. / The picture. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": string;
                    "image/png": string;
                };
            };
            /** @description Ảnh chưa đổi. / The picture is the same. */
            304: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listPlannedWorks: {
        parameters: {
            query?: {
                /** @description Với as_of: cả những gì chưa xây dựng xong, như bản đồ của hôm nay. / With as_of: what is not built yet too, as the map of today. */
                ahead?: components["parameters"]["ahead"];
                /** @description Chỉ những gì đang hoạt động hoặc có hiệu lực vào ngày này. / Only what was in service or valid on the day. */
                as_of?: components["parameters"]["as_of"];
                /** @description Tây,nam,đông,bắc theo độ WGS84: những gì chạm khung này. / West,south,east,north in WGS84 degrees: what touches the box. */
                bbox?: components["parameters"]["bbox"];
                /** @description Mã chủ sở hữu; với trạm là doanh nghiệp, với dùng chung là bên thuê. / The owner's code; for a station its operator's, for a tenancy its tenant's. */
                owner?: components["parameters"]["owner"];
                /** @description Mọi chữ này có trong mã, tên, địa chỉ hoặc đường; không phân biệt dấu, cách đặt dấu thanh, hoa thường. / Each of these words is in the code, name, address or road; accents, tone placement and case aside. */
                q?: components["parameters"]["q"];
                /** @description Mã đơn vị hành chính có hiệu lực vào as_of (hoặc hôm nay), gồm mọi cấp dưới. / The code a unit has on as_of (or today); it means it and everything below. */
                unit?: components["parameters"]["unit"];
                /** @description Trang sau bản ghi này; lấy từ next. / The page after this record; take it from next. */
                cursor?: components["parameters"]["cursor"];
                /**
                 * @description Số bản ghi của một trang. / How many records a page has.
                 * @example 5
                 */
                limit?: components["parameters"]["limit"];
            };
            header?: {
                /** @description Vì sao xem, mã hóa phần trăm: chủ sở hữu tuyến ngầm đọc được. / Why it is read, percent-encoded: owners of underground networks are told. */
                "X-Read-Reason"?: components["parameters"]["readReason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Một trang. / One page. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlannedWorkPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createPlannedWork: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Gửi lại cùng khóa và cùng nội dung trong 48 giờ thì nhận lại câu trả lời đầu, không ghi lần nữa; khóa đã dùng cho nội dung khác bị từ chối. Yêu cầu bị từ chối không được nhớ. / Sent again with the same key and body within 48 hours it gets the first answer and writes nothing; a key used with another body is refused. What was refused is not remembered.
                 * @example 2f6b1c9e-3d1a-4a6f-9b57-0f6f2f1f6c11
                 */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlannedWorkCreate"];
            };
        };
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlannedWork"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getPlannedWork: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag đã có: 304 nếu bản ghi chưa đổi. / An ETag at hand: 304 while the record is the same. */
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
                /** @description Vì sao xem, mã hóa phần trăm: chủ sở hữu tuyến ngầm đọc được. / Why it is read, percent-encoded: owners of underground networks are told. */
                "X-Read-Reason"?: components["parameters"]["readReason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlannedWork"];
                };
            };
            /** @description Bản ghi chưa đổi. / The record is the same. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    deletePlannedWork: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description ETag của bản đã đọc. / The ETag of the version read.
                 * @example "site-1-1"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Đã xóa. / It is gone. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    updatePlannedWork: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description ETag của bản đã đọc. / The ETag of the version read.
                 * @example "site-1-1"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlannedWorkPatch"];
                "application/merge-patch+json": components["schemas"]["PlannedWorkPatch"];
            };
        };
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlannedWork"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listPlannedWorkHistory: {
        parameters: {
            query?: {
                /** @description Con trỏ của trang trước (cursor); 0 là từ đầu. / The cursor of the page before; 0 is the beginning. */
                since?: number;
                /**
                 * @description Số bản ghi của một trang. / How many records a page has.
                 * @example 5
                 */
                limit?: components["parameters"]["limit"];
            };
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Một trang; hỏi tiếp bằng next. / One page; ask on by next. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listPoles: {
        parameters: {
            query?: {
                /** @description Với as_of: cả những gì chưa xây dựng xong, như bản đồ của hôm nay. / With as_of: what is not built yet too, as the map of today. */
                ahead?: components["parameters"]["ahead"];
                /** @description Chỉ những gì đang hoạt động hoặc có hiệu lực vào ngày này. / Only what was in service or valid on the day. */
                as_of?: components["parameters"]["as_of"];
                /** @description Tây,nam,đông,bắc theo độ WGS84: những gì chạm khung này. / West,south,east,north in WGS84 degrees: what touches the box. */
                bbox?: components["parameters"]["bbox"];
                /** @description Mã chủ sở hữu; với trạm là doanh nghiệp, với dùng chung là bên thuê. / The owner's code; for a station its operator's, for a tenancy its tenant's. */
                owner?: components["parameters"]["owner"];
                /** @description Mọi chữ này có trong mã, tên, địa chỉ hoặc đường; không phân biệt dấu, cách đặt dấu thanh, hoa thường. / Each of these words is in the code, name, address or road; accents, tone placement and case aside. */
                q?: components["parameters"]["q"];
                /** @description Mã trong danh mục status. / A code of the list status. */
                status?: components["parameters"]["status"];
                /** @description Mã tổ chức đang thuê công trình, hoặc có trạm đang phát sóng ở vị trí, vào as_of (hoặc hôm nay). / The code of an organization that rents the asset, or has a station on air at the site, on as_of (or today). */
                tenant?: components["parameters"]["tenant"];
                /** @description Mã đơn vị hành chính có hiệu lực vào as_of (hoặc hôm nay), gồm mọi cấp dưới. / The code a unit has on as_of (or today); it means it and everything below. */
                unit?: components["parameters"]["unit"];
                /** @description Trang sau bản ghi này; lấy từ next. / The page after this record; take it from next. */
                cursor?: components["parameters"]["cursor"];
                /**
                 * @description Số bản ghi của một trang. / How many records a page has.
                 * @example 5
                 */
                limit?: components["parameters"]["limit"];
            };
            header?: {
                /** @description Vì sao xem, mã hóa phần trăm: chủ sở hữu tuyến ngầm đọc được. / Why it is read, percent-encoded: owners of underground networks are told. */
                "X-Read-Reason"?: components["parameters"]["readReason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Một trang. / One page. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolePage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createPole: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Gửi lại cùng khóa và cùng nội dung trong 48 giờ thì nhận lại câu trả lời đầu, không ghi lần nữa; khóa đã dùng cho nội dung khác bị từ chối. Yêu cầu bị từ chối không được nhớ. / Sent again with the same key and body within 48 hours it gets the first answer and writes nothing; a key used with another body is refused. What was refused is not remembered.
                 * @example 2f6b1c9e-3d1a-4a6f-9b57-0f6f2f1f6c11
                 */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PoleCreate"];
            };
        };
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pole"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getPole: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag đã có: 304 nếu bản ghi chưa đổi. / An ETag at hand: 304 while the record is the same. */
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
                /** @description Vì sao xem, mã hóa phần trăm: chủ sở hữu tuyến ngầm đọc được. / Why it is read, percent-encoded: owners of underground networks are told. */
                "X-Read-Reason"?: components["parameters"]["readReason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pole"];
                };
            };
            /** @description Bản ghi chưa đổi. / The record is the same. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    deletePole: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description ETag của bản đã đọc. / The ETag of the version read.
                 * @example "site-1-1"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Đã xóa. / It is gone. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    updatePole: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description ETag của bản đã đọc. / The ETag of the version read.
                 * @example "site-1-1"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PolePatch"];
                "application/merge-patch+json": components["schemas"]["PolePatch"];
            };
        };
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pole"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readPoleCompliance: {
        parameters: {
            query?: {
                /** @description Chỉ những gì đang hoạt động hoặc có hiệu lực vào ngày này. / Only what was in service or valid on the day. */
                as_of?: components["parameters"]["as_of"];
            };
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Kết luận, căn cứ và mọi thứ liên quan mà người hỏi được xem. / The verdict, what it rests on, and all that belongs to it that the reader may see. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Card"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listPoleHistory: {
        parameters: {
            query?: {
                /** @description Con trỏ của trang trước (cursor); 0 là từ đầu. / The cursor of the page before; 0 is the beginning. */
                since?: number;
                /**
                 * @description Số bản ghi của một trang. / How many records a page has.
                 * @example 5
                 */
                limit?: components["parameters"]["limit"];
            };
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Một trang; hỏi tiếp bằng next. / One page; ask on by next. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listRules: {
        parameters: {
            query?: never;
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Các quy tắc. / The rules. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listServicePoints: {
        parameters: {
            query?: {
                /** @description Với as_of: cả những gì chưa xây dựng xong, như bản đồ của hôm nay. / With as_of: what is not built yet too, as the map of today. */
                ahead?: components["parameters"]["ahead"];
                /** @description Chỉ những gì đang hoạt động hoặc có hiệu lực vào ngày này. / Only what was in service or valid on the day. */
                as_of?: components["parameters"]["as_of"];
                /** @description Tây,nam,đông,bắc theo độ WGS84: những gì chạm khung này. / West,south,east,north in WGS84 degrees: what touches the box. */
                bbox?: components["parameters"]["bbox"];
                /** @description Mã chủ sở hữu; với trạm là doanh nghiệp, với dùng chung là bên thuê. / The owner's code; for a station its operator's, for a tenancy its tenant's. */
                owner?: components["parameters"]["owner"];
                /** @description Mọi chữ này có trong mã, tên, địa chỉ hoặc đường; không phân biệt dấu, cách đặt dấu thanh, hoa thường. / Each of these words is in the code, name, address or road; accents, tone placement and case aside. */
                q?: components["parameters"]["q"];
                /** @description Mã trong danh mục status. / A code of the list status. */
                status?: components["parameters"]["status"];
                /** @description Mã tổ chức đang thuê công trình, hoặc có trạm đang phát sóng ở vị trí, vào as_of (hoặc hôm nay). / The code of an organization that rents the asset, or has a station on air at the site, on as_of (or today). */
                tenant?: components["parameters"]["tenant"];
                /** @description Mã đơn vị hành chính có hiệu lực vào as_of (hoặc hôm nay), gồm mọi cấp dưới. / The code a unit has on as_of (or today); it means it and everything below. */
                unit?: components["parameters"]["unit"];
                /** @description Trang sau bản ghi này; lấy từ next. / The page after this record; take it from next. */
                cursor?: components["parameters"]["cursor"];
                /**
                 * @description Số bản ghi của một trang. / How many records a page has.
                 * @example 5
                 */
                limit?: components["parameters"]["limit"];
            };
            header?: {
                /** @description Vì sao xem, mã hóa phần trăm: chủ sở hữu tuyến ngầm đọc được. / Why it is read, percent-encoded: owners of underground networks are told. */
                "X-Read-Reason"?: components["parameters"]["readReason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Một trang. / One page. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServicePointPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createServicePoint: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Gửi lại cùng khóa và cùng nội dung trong 48 giờ thì nhận lại câu trả lời đầu, không ghi lần nữa; khóa đã dùng cho nội dung khác bị từ chối. Yêu cầu bị từ chối không được nhớ. / Sent again with the same key and body within 48 hours it gets the first answer and writes nothing; a key used with another body is refused. What was refused is not remembered.
                 * @example 2f6b1c9e-3d1a-4a6f-9b57-0f6f2f1f6c11
                 */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ServicePointCreate"];
            };
        };
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServicePoint"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getServicePoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag đã có: 304 nếu bản ghi chưa đổi. / An ETag at hand: 304 while the record is the same. */
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
                /** @description Vì sao xem, mã hóa phần trăm: chủ sở hữu tuyến ngầm đọc được. / Why it is read, percent-encoded: owners of underground networks are told. */
                "X-Read-Reason"?: components["parameters"]["readReason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServicePoint"];
                };
            };
            /** @description Bản ghi chưa đổi. / The record is the same. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    deleteServicePoint: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description ETag của bản đã đọc. / The ETag of the version read.
                 * @example "site-1-1"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Đã xóa. / It is gone. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    updateServicePoint: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description ETag của bản đã đọc. / The ETag of the version read.
                 * @example "site-1-1"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ServicePointPatch"];
                "application/merge-patch+json": components["schemas"]["ServicePointPatch"];
            };
        };
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServicePoint"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listServicePointHistory: {
        parameters: {
            query?: {
                /** @description Con trỏ của trang trước (cursor); 0 là từ đầu. / The cursor of the page before; 0 is the beginning. */
                since?: number;
                /**
                 * @description Số bản ghi của một trang. / How many records a page has.
                 * @example 5
                 */
                limit?: components["parameters"]["limit"];
            };
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Một trang; hỏi tiếp bằng next. / One page; ask on by next. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ai đang hỏi. / Who is asking. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description Ai đang hỏi. / Who is asking. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    deleteSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Đã đăng xuất. / Signed out. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    deleteSessions: {
        parameters: {
            query?: never;
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Mọi phiên đã kết thúc. / All sessions have ended. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    checkSharing: {
        parameters: {
            query?: {
                /** @description Chỉ những gì đang hoạt động hoặc có hiệu lực vào ngày này. / Only what was in service or valid on the day. */
                as_of?: components["parameters"]["as_of"];
                /** @description json, hoặc phụ lục dạng tệp. / json, or the annex as a file. */
                format?: "json" | "csv" | "xlsx" | "geojson";
            };
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposalOrder"];
            };
        };
        responses: {
            /** @description Công trình trong tầm, gần nhất trước; hoặc phụ lục dạng tệp. / The works in reach, the nearest first; or the annex as a file. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": string;
                    "application/json": components["schemas"]["ShareAnswer"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv; charset=utf-8": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listSites: {
        parameters: {
            query?: {
                /** @description Với as_of: cả những gì chưa xây dựng xong, như bản đồ của hôm nay. / With as_of: what is not built yet too, as the map of today. */
                ahead?: components["parameters"]["ahead"];
                /** @description Chỉ những gì đang hoạt động hoặc có hiệu lực vào ngày này. / Only what was in service or valid on the day. */
                as_of?: components["parameters"]["as_of"];
                /** @description Tây,nam,đông,bắc theo độ WGS84: những gì chạm khung này. / West,south,east,north in WGS84 degrees: what touches the box. */
                bbox?: components["parameters"]["bbox"];
                /** @description Mã chủ sở hữu; với trạm là doanh nghiệp, với dùng chung là bên thuê. / The owner's code; for a station its operator's, for a tenancy its tenant's. */
                owner?: components["parameters"]["owner"];
                /** @description Mọi chữ này có trong mã, tên, địa chỉ hoặc đường; không phân biệt dấu, cách đặt dấu thanh, hoa thường. / Each of these words is in the code, name, address or road; accents, tone placement and case aside. */
                q?: components["parameters"]["q"];
                /** @description Mã trong danh mục status. / A code of the list status. */
                status?: components["parameters"]["status"];
                /** @description Mã trong danh mục technology; với vị trí là nơi có trạm công nghệ ấy phát sóng vào as_of (hoặc hôm nay). / A code of the list technology; for sites those with a station of it on air on as_of (or today). */
                technology?: components["parameters"]["technology"];
                /** @description Mã tổ chức đang thuê công trình, hoặc có trạm đang phát sóng ở vị trí, vào as_of (hoặc hôm nay). / The code of an organization that rents the asset, or has a station on air at the site, on as_of (or today). */
                tenant?: components["parameters"]["tenant"];
                /** @description Mã đơn vị hành chính có hiệu lực vào as_of (hoặc hôm nay), gồm mọi cấp dưới. / The code a unit has on as_of (or today); it means it and everything below. */
                unit?: components["parameters"]["unit"];
                /** @description Trang sau bản ghi này; lấy từ next. / The page after this record; take it from next. */
                cursor?: components["parameters"]["cursor"];
                /**
                 * @description Số bản ghi của một trang. / How many records a page has.
                 * @example 5
                 */
                limit?: components["parameters"]["limit"];
            };
            header?: {
                /** @description Vì sao xem, mã hóa phần trăm: chủ sở hữu tuyến ngầm đọc được. / Why it is read, percent-encoded: owners of underground networks are told. */
                "X-Read-Reason"?: components["parameters"]["readReason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Một trang. / One page. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SitePage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createSite: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Gửi lại cùng khóa và cùng nội dung trong 48 giờ thì nhận lại câu trả lời đầu, không ghi lần nữa; khóa đã dùng cho nội dung khác bị từ chối. Yêu cầu bị từ chối không được nhớ. / Sent again with the same key and body within 48 hours it gets the first answer and writes nothing; a key used with another body is refused. What was refused is not remembered.
                 * @example 2f6b1c9e-3d1a-4a6f-9b57-0f6f2f1f6c11
                 */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SiteCreate"];
            };
        };
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Site"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getSite: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag đã có: 304 nếu bản ghi chưa đổi. / An ETag at hand: 304 while the record is the same. */
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
                /** @description Vì sao xem, mã hóa phần trăm: chủ sở hữu tuyến ngầm đọc được. / Why it is read, percent-encoded: owners of underground networks are told. */
                "X-Read-Reason"?: components["parameters"]["readReason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Site"];
                };
            };
            /** @description Bản ghi chưa đổi. / The record is the same. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    deleteSite: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description ETag của bản đã đọc. / The ETag of the version read.
                 * @example "site-1-1"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Đã xóa. / It is gone. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    updateSite: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description ETag của bản đã đọc. / The ETag of the version read.
                 * @example "site-1-1"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SitePatch"];
                "application/merge-patch+json": components["schemas"]["SitePatch"];
            };
        };
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Site"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readSiteCompliance: {
        parameters: {
            query?: {
                /** @description Chỉ những gì đang hoạt động hoặc có hiệu lực vào ngày này. / Only what was in service or valid on the day. */
                as_of?: components["parameters"]["as_of"];
            };
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Kết luận, căn cứ và mọi thứ liên quan mà người hỏi được xem. / The verdict, what it rests on, and all that belongs to it that the reader may see. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Card"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listSiteHistory: {
        parameters: {
            query?: {
                /** @description Con trỏ của trang trước (cursor); 0 là từ đầu. / The cursor of the page before; 0 is the beginning. */
                since?: number;
                /**
                 * @description Số bản ghi của một trang. / How many records a page has.
                 * @example 5
                 */
                limit?: components["parameters"]["limit"];
            };
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Một trang; hỏi tiếp bằng next. / One page; ask on by next. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listStatements: {
        parameters: {
            query?: {
                /** @description Mã trong danh mục technology; với vị trí là nơi có trạm công nghệ ấy phát sóng vào as_of (hoặc hôm nay). / A code of the list technology; for sites those with a station of it on air on as_of (or today). */
                technology?: components["parameters"]["technology"];
                /** @description Mã đơn vị hành chính có hiệu lực vào as_of (hoặc hôm nay), gồm mọi cấp dưới. / The code a unit has on as_of (or today); it means it and everything below. */
                unit?: components["parameters"]["unit"];
                /** @description Trang sau bản ghi này; lấy từ next. / The page after this record; take it from next. */
                cursor?: components["parameters"]["cursor"];
                /**
                 * @description Số bản ghi của một trang. / How many records a page has.
                 * @example 5
                 */
                limit?: components["parameters"]["limit"];
            };
            header?: {
                /** @description Vì sao xem, mã hóa phần trăm: chủ sở hữu tuyến ngầm đọc được. / Why it is read, percent-encoded: owners of underground networks are told. */
                "X-Read-Reason"?: components["parameters"]["readReason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Một trang. / One page. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatementPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createStatement: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Gửi lại cùng khóa và cùng nội dung trong 48 giờ thì nhận lại câu trả lời đầu, không ghi lần nữa; khóa đã dùng cho nội dung khác bị từ chối. Yêu cầu bị từ chối không được nhớ. / Sent again with the same key and body within 48 hours it gets the first answer and writes nothing; a key used with another body is refused. What was refused is not remembered.
                 * @example 2f6b1c9e-3d1a-4a6f-9b57-0f6f2f1f6c11
                 */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StatementCreate"];
            };
        };
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Statement"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getStatement: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag đã có: 304 nếu bản ghi chưa đổi. / An ETag at hand: 304 while the record is the same. */
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
                /** @description Vì sao xem, mã hóa phần trăm: chủ sở hữu tuyến ngầm đọc được. / Why it is read, percent-encoded: owners of underground networks are told. */
                "X-Read-Reason"?: components["parameters"]["readReason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Statement"];
                };
            };
            /** @description Bản ghi chưa đổi. / The record is the same. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    deleteStatement: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description ETag của bản đã đọc. / The ETag of the version read.
                 * @example "site-1-1"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Đã xóa. / It is gone. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    updateStatement: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description ETag của bản đã đọc. / The ETag of the version read.
                 * @example "site-1-1"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StatementPatch"];
                "application/merge-patch+json": components["schemas"]["StatementPatch"];
            };
        };
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Statement"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listStatementHistory: {
        parameters: {
            query?: {
                /** @description Con trỏ của trang trước (cursor); 0 là từ đầu. / The cursor of the page before; 0 is the beginning. */
                since?: number;
                /**
                 * @description Số bản ghi của một trang. / How many records a page has.
                 * @example 5
                 */
                limit?: components["parameters"]["limit"];
            };
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Một trang; hỏi tiếp bằng next. / One page; ask on by next. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listStations: {
        parameters: {
            query?: {
                /** @description Chỉ những gì đang hoạt động hoặc có hiệu lực vào ngày này. / Only what was in service or valid on the day. */
                as_of?: components["parameters"]["as_of"];
                /** @description Tây,nam,đông,bắc theo độ WGS84: những gì chạm khung này. / West,south,east,north in WGS84 degrees: what touches the box. */
                bbox?: components["parameters"]["bbox"];
                /** @description Mã chủ sở hữu; với trạm là doanh nghiệp, với dùng chung là bên thuê. / The owner's code; for a station its operator's, for a tenancy its tenant's. */
                owner?: components["parameters"]["owner"];
                /** @description Mọi chữ này có trong mã, tên, địa chỉ hoặc đường; không phân biệt dấu, cách đặt dấu thanh, hoa thường. / Each of these words is in the code, name, address or road; accents, tone placement and case aside. */
                q?: components["parameters"]["q"];
                /** @description Số hiệu của một vị trí. / The id of a site. */
                site?: components["parameters"]["site"];
                /** @description Mã trong danh mục technology; với vị trí là nơi có trạm công nghệ ấy phát sóng vào as_of (hoặc hôm nay). / A code of the list technology; for sites those with a station of it on air on as_of (or today). */
                technology?: components["parameters"]["technology"];
                /** @description Mã đơn vị hành chính có hiệu lực vào as_of (hoặc hôm nay), gồm mọi cấp dưới. / The code a unit has on as_of (or today); it means it and everything below. */
                unit?: components["parameters"]["unit"];
                /** @description Trang sau bản ghi này; lấy từ next. / The page after this record; take it from next. */
                cursor?: components["parameters"]["cursor"];
                /**
                 * @description Số bản ghi của một trang. / How many records a page has.
                 * @example 5
                 */
                limit?: components["parameters"]["limit"];
            };
            header?: {
                /** @description Vì sao xem, mã hóa phần trăm: chủ sở hữu tuyến ngầm đọc được. / Why it is read, percent-encoded: owners of underground networks are told. */
                "X-Read-Reason"?: components["parameters"]["readReason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Một trang. / One page. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StationPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createStation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Gửi lại cùng khóa và cùng nội dung trong 48 giờ thì nhận lại câu trả lời đầu, không ghi lần nữa; khóa đã dùng cho nội dung khác bị từ chối. Yêu cầu bị từ chối không được nhớ. / Sent again with the same key and body within 48 hours it gets the first answer and writes nothing; a key used with another body is refused. What was refused is not remembered.
                 * @example 2f6b1c9e-3d1a-4a6f-9b57-0f6f2f1f6c11
                 */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StationCreate"];
            };
        };
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Station"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getStation: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag đã có: 304 nếu bản ghi chưa đổi. / An ETag at hand: 304 while the record is the same. */
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
                /** @description Vì sao xem, mã hóa phần trăm: chủ sở hữu tuyến ngầm đọc được. / Why it is read, percent-encoded: owners of underground networks are told. */
                "X-Read-Reason"?: components["parameters"]["readReason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Station"];
                };
            };
            /** @description Bản ghi chưa đổi. / The record is the same. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    deleteStation: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description ETag của bản đã đọc. / The ETag of the version read.
                 * @example "site-1-1"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Đã xóa. / It is gone. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    updateStation: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description ETag của bản đã đọc. / The ETag of the version read.
                 * @example "site-1-1"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StationPatch"];
                "application/merge-patch+json": components["schemas"]["StationPatch"];
            };
        };
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Station"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listStationHistory: {
        parameters: {
            query?: {
                /** @description Con trỏ của trang trước (cursor); 0 là từ đầu. / The cursor of the page before; 0 is the beginning. */
                since?: number;
                /**
                 * @description Số bản ghi của một trang. / How many records a page has.
                 * @example 5
                 */
                limit?: components["parameters"]["limit"];
            };
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Một trang; hỏi tiếp bằng next. / One page; ask on by next. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listStreets: {
        parameters: {
            query?: {
                /** @description Chỉ những gì đang hoạt động hoặc có hiệu lực vào ngày này. / Only what was in service or valid on the day. */
                as_of?: components["parameters"]["as_of"];
                /** @description Tây,nam,đông,bắc theo độ WGS84: những gì chạm khung này. / West,south,east,north in WGS84 degrees: what touches the box. */
                bbox?: components["parameters"]["bbox"];
                /** @description Mọi chữ này có trong mã, tên, địa chỉ hoặc đường; không phân biệt dấu, cách đặt dấu thanh, hoa thường. / Each of these words is in the code, name, address or road; accents, tone placement and case aside. */
                q?: components["parameters"]["q"];
                /** @description Mã đơn vị hành chính có hiệu lực vào as_of (hoặc hôm nay), gồm mọi cấp dưới. / The code a unit has on as_of (or today); it means it and everything below. */
                unit?: components["parameters"]["unit"];
                /** @description Trang sau bản ghi này; lấy từ next. / The page after this record; take it from next. */
                cursor?: components["parameters"]["cursor"];
                /**
                 * @description Số bản ghi của một trang. / How many records a page has.
                 * @example 5
                 */
                limit?: components["parameters"]["limit"];
            };
            header?: {
                /** @description Vì sao xem, mã hóa phần trăm: chủ sở hữu tuyến ngầm đọc được. / Why it is read, percent-encoded: owners of underground networks are told. */
                "X-Read-Reason"?: components["parameters"]["readReason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Một trang. / One page. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StreetPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createStreet: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Gửi lại cùng khóa và cùng nội dung trong 48 giờ thì nhận lại câu trả lời đầu, không ghi lần nữa; khóa đã dùng cho nội dung khác bị từ chối. Yêu cầu bị từ chối không được nhớ. / Sent again with the same key and body within 48 hours it gets the first answer and writes nothing; a key used with another body is refused. What was refused is not remembered.
                 * @example 2f6b1c9e-3d1a-4a6f-9b57-0f6f2f1f6c11
                 */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StreetCreate"];
            };
        };
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Street"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getStreet: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag đã có: 304 nếu bản ghi chưa đổi. / An ETag at hand: 304 while the record is the same. */
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
                /** @description Vì sao xem, mã hóa phần trăm: chủ sở hữu tuyến ngầm đọc được. / Why it is read, percent-encoded: owners of underground networks are told. */
                "X-Read-Reason"?: components["parameters"]["readReason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Street"];
                };
            };
            /** @description Bản ghi chưa đổi. / The record is the same. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    deleteStreet: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description ETag của bản đã đọc. / The ETag of the version read.
                 * @example "site-1-1"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Đã xóa. / It is gone. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    updateStreet: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description ETag của bản đã đọc. / The ETag of the version read.
                 * @example "site-1-1"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StreetPatch"];
                "application/merge-patch+json": components["schemas"]["StreetPatch"];
            };
        };
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Street"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listStreetHistory: {
        parameters: {
            query?: {
                /** @description Con trỏ của trang trước (cursor); 0 là từ đầu. / The cursor of the page before; 0 is the beginning. */
                since?: number;
                /**
                 * @description Số bản ghi của một trang. / How many records a page has.
                 * @example 5
                 */
                limit?: components["parameters"]["limit"];
            };
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Một trang; hỏi tiếp bằng next. / One page; ask on by next. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getTemplate: {
        parameters: {
            query?: {
                /**
                 * @description Ngôn ngữ; mặc định theo Accept-Language. / The language; by default as Accept-Language says.
                 * @example vi
                 */
                lang?: "vi" | "en";
                /** @description EPSG của tọa độ. / EPSG number of the coordinates. */
                crs?: number;
            };
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Loại bản ghi và định dạng. / The noun and the format.
                 * @example poles.xlsx
                 */
                file: "organizations.xlsx" | "organizations.csv" | "organizations.geojson" | "units.xlsx" | "units.csv" | "units.geojson" | "villages.xlsx" | "villages.csv" | "villages.geojson" | "sites.xlsx" | "sites.csv" | "sites.geojson" | "masts.xlsx" | "masts.csv" | "masts.geojson" | "stations.xlsx" | "stations.csv" | "stations.geojson" | "poles.xlsx" | "poles.csv" | "poles.geojson" | "manholes.xlsx" | "manholes.csv" | "manholes.geojson" | "ducts.xlsx" | "ducts.csv" | "ducts.geojson" | "trenches.xlsx" | "trenches.csv" | "trenches.geojson" | "cables.xlsx" | "cables.csv" | "cables.geojson" | "service-points.xlsx" | "service-points.csv" | "service-points.geojson" | "tenancies.xlsx" | "tenancies.csv" | "tenancies.geojson" | "permits.xlsx" | "permits.csv" | "permits.geojson" | "certificates.xlsx" | "certificates.csv" | "certificates.geojson" | "statements.xlsx" | "statements.csv" | "statements.geojson" | "inspections.xlsx" | "inspections.csv" | "inspections.geojson" | "violations.xlsx" | "violations.csv" | "violations.geojson" | "field-reports.xlsx" | "field-reports.csv" | "field-reports.geojson" | "photos.xlsx" | "photos.csv" | "photos.geojson" | "zones.xlsx" | "zones.csv" | "zones.geojson" | "streets.xlsx" | "streets.csv" | "streets.geojson" | "planned-works.xlsx" | "planned-works.csv" | "planned-works.geojson";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tệp. / The file. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listTenancies: {
        parameters: {
            query?: {
                /** @description Chỉ những gì đang hoạt động hoặc có hiệu lực vào ngày này. / Only what was in service or valid on the day. */
                as_of?: components["parameters"]["as_of"];
                /** @description Số hiệu của một công trình; thường đi cùng asset_kind. / The id of an asset; mostly with asset_kind. */
                asset?: components["parameters"]["asset"];
                /** @description Mã trong danh mục asset_kind. / A code of the list asset_kind. */
                asset_kind?: components["parameters"]["asset_kind"];
                /** @description Chỉ những bên thuê mà tổ chức của người hỏi chưa xác nhận phần mình. / Only tenancies on which the asker's organization has not said its side. */
                awaiting?: components["parameters"]["awaiting"];
                /** @description Mã chủ sở hữu; với trạm là doanh nghiệp, với dùng chung là bên thuê. / The owner's code; for a station its operator's, for a tenancy its tenant's. */
                owner?: components["parameters"]["owner"];
                /** @description Mọi chữ này có trong mã, tên, địa chỉ hoặc đường; không phân biệt dấu, cách đặt dấu thanh, hoa thường. / Each of these words is in the code, name, address or road; accents, tone placement and case aside. */
                q?: components["parameters"]["q"];
                /** @description Mã đơn vị hành chính có hiệu lực vào as_of (hoặc hôm nay), gồm mọi cấp dưới. / The code a unit has on as_of (or today); it means it and everything below. */
                unit?: components["parameters"]["unit"];
                /** @description Trang sau bản ghi này; lấy từ next. / The page after this record; take it from next. */
                cursor?: components["parameters"]["cursor"];
                /**
                 * @description Số bản ghi của một trang. / How many records a page has.
                 * @example 5
                 */
                limit?: components["parameters"]["limit"];
            };
            header?: {
                /** @description Vì sao xem, mã hóa phần trăm: chủ sở hữu tuyến ngầm đọc được. / Why it is read, percent-encoded: owners of underground networks are told. */
                "X-Read-Reason"?: components["parameters"]["readReason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Một trang. / One page. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenancyPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createTenancy: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Gửi lại cùng khóa và cùng nội dung trong 48 giờ thì nhận lại câu trả lời đầu, không ghi lần nữa; khóa đã dùng cho nội dung khác bị từ chối. Yêu cầu bị từ chối không được nhớ. / Sent again with the same key and body within 48 hours it gets the first answer and writes nothing; a key used with another body is refused. What was refused is not remembered.
                 * @example 2f6b1c9e-3d1a-4a6f-9b57-0f6f2f1f6c11
                 */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TenancyCreate"];
            };
        };
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tenancy"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getTenancy: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag đã có: 304 nếu bản ghi chưa đổi. / An ETag at hand: 304 while the record is the same. */
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
                /** @description Vì sao xem, mã hóa phần trăm: chủ sở hữu tuyến ngầm đọc được. / Why it is read, percent-encoded: owners of underground networks are told. */
                "X-Read-Reason"?: components["parameters"]["readReason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tenancy"];
                };
            };
            /** @description Bản ghi chưa đổi. / The record is the same. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    deleteTenancy: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description ETag của bản đã đọc. / The ETag of the version read.
                 * @example "site-1-1"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Đã xóa. / It is gone. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    updateTenancy: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description ETag của bản đã đọc. / The ETag of the version read.
                 * @example "site-1-1"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TenancyPatch"];
                "application/merge-patch+json": components["schemas"]["TenancyPatch"];
            };
        };
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tenancy"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listTenancyHistory: {
        parameters: {
            query?: {
                /** @description Con trỏ của trang trước (cursor); 0 là từ đầu. / The cursor of the page before; 0 is the beginning. */
                since?: number;
                /**
                 * @description Số bản ghi của một trang. / How many records a page has.
                 * @example 5
                 */
                limit?: components["parameters"]["limit"];
            };
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Một trang; hỏi tiếp bằng next. / One page; ask on by next. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listTrenches: {
        parameters: {
            query?: {
                /** @description Với as_of: cả những gì chưa xây dựng xong, như bản đồ của hôm nay. / With as_of: what is not built yet too, as the map of today. */
                ahead?: components["parameters"]["ahead"];
                /** @description Chỉ những gì đang hoạt động hoặc có hiệu lực vào ngày này. / Only what was in service or valid on the day. */
                as_of?: components["parameters"]["as_of"];
                /** @description Tây,nam,đông,bắc theo độ WGS84: những gì chạm khung này. / West,south,east,north in WGS84 degrees: what touches the box. */
                bbox?: components["parameters"]["bbox"];
                /** @description Mã chủ sở hữu; với trạm là doanh nghiệp, với dùng chung là bên thuê. / The owner's code; for a station its operator's, for a tenancy its tenant's. */
                owner?: components["parameters"]["owner"];
                /** @description Mọi chữ này có trong mã, tên, địa chỉ hoặc đường; không phân biệt dấu, cách đặt dấu thanh, hoa thường. / Each of these words is in the code, name, address or road; accents, tone placement and case aside. */
                q?: components["parameters"]["q"];
                /** @description Mã trong danh mục status. / A code of the list status. */
                status?: components["parameters"]["status"];
                /** @description Mã tổ chức đang thuê công trình, hoặc có trạm đang phát sóng ở vị trí, vào as_of (hoặc hôm nay). / The code of an organization that rents the asset, or has a station on air at the site, on as_of (or today). */
                tenant?: components["parameters"]["tenant"];
                /** @description Mã đơn vị hành chính có hiệu lực vào as_of (hoặc hôm nay), gồm mọi cấp dưới. / The code a unit has on as_of (or today); it means it and everything below. */
                unit?: components["parameters"]["unit"];
                /** @description Trang sau bản ghi này; lấy từ next. / The page after this record; take it from next. */
                cursor?: components["parameters"]["cursor"];
                /**
                 * @description Số bản ghi của một trang. / How many records a page has.
                 * @example 5
                 */
                limit?: components["parameters"]["limit"];
            };
            header?: {
                /** @description Vì sao xem, mã hóa phần trăm: chủ sở hữu tuyến ngầm đọc được. / Why it is read, percent-encoded: owners of underground networks are told. */
                "X-Read-Reason"?: components["parameters"]["readReason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Một trang. / One page. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrenchPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createTrench: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Gửi lại cùng khóa và cùng nội dung trong 48 giờ thì nhận lại câu trả lời đầu, không ghi lần nữa; khóa đã dùng cho nội dung khác bị từ chối. Yêu cầu bị từ chối không được nhớ. / Sent again with the same key and body within 48 hours it gets the first answer and writes nothing; a key used with another body is refused. What was refused is not remembered.
                 * @example 2f6b1c9e-3d1a-4a6f-9b57-0f6f2f1f6c11
                 */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrenchCreate"];
            };
        };
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Trench"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getTrench: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag đã có: 304 nếu bản ghi chưa đổi. / An ETag at hand: 304 while the record is the same. */
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
                /** @description Vì sao xem, mã hóa phần trăm: chủ sở hữu tuyến ngầm đọc được. / Why it is read, percent-encoded: owners of underground networks are told. */
                "X-Read-Reason"?: components["parameters"]["readReason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Trench"];
                };
            };
            /** @description Bản ghi chưa đổi. / The record is the same. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    deleteTrench: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description ETag của bản đã đọc. / The ETag of the version read.
                 * @example "site-1-1"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Đã xóa. / It is gone. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    updateTrench: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description ETag của bản đã đọc. / The ETag of the version read.
                 * @example "site-1-1"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrenchPatch"];
                "application/merge-patch+json": components["schemas"]["TrenchPatch"];
            };
        };
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Trench"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listTrenchHistory: {
        parameters: {
            query?: {
                /** @description Con trỏ của trang trước (cursor); 0 là từ đầu. / The cursor of the page before; 0 is the beginning. */
                since?: number;
                /**
                 * @description Số bản ghi của một trang. / How many records a page has.
                 * @example 5
                 */
                limit?: components["parameters"]["limit"];
            };
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Một trang; hỏi tiếp bằng next. / One page; ask on by next. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listUnits: {
        parameters: {
            query?: {
                /** @description Chỉ những gì đang hoạt động hoặc có hiệu lực vào ngày này. / Only what was in service or valid on the day. */
                as_of?: components["parameters"]["as_of"];
                /** @description Tây,nam,đông,bắc theo độ WGS84: những gì chạm khung này. / West,south,east,north in WGS84 degrees: what touches the box. */
                bbox?: components["parameters"]["bbox"];
                /** @description Mọi chữ này có trong mã, tên, địa chỉ hoặc đường; không phân biệt dấu, cách đặt dấu thanh, hoa thường. / Each of these words is in the code, name, address or road; accents, tone placement and case aside. */
                q?: components["parameters"]["q"];
                /** @description Mã đơn vị hành chính có hiệu lực vào as_of (hoặc hôm nay), gồm mọi cấp dưới. / The code a unit has on as_of (or today); it means it and everything below. */
                unit?: components["parameters"]["unit"];
                /** @description Trang sau bản ghi này; lấy từ next. / The page after this record; take it from next. */
                cursor?: components["parameters"]["cursor"];
                /**
                 * @description Số bản ghi của một trang. / How many records a page has.
                 * @example 5
                 */
                limit?: components["parameters"]["limit"];
            };
            header?: {
                /** @description Vì sao xem, mã hóa phần trăm: chủ sở hữu tuyến ngầm đọc được. / Why it is read, percent-encoded: owners of underground networks are told. */
                "X-Read-Reason"?: components["parameters"]["readReason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Một trang. / One page. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createUnit: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Gửi lại cùng khóa và cùng nội dung trong 48 giờ thì nhận lại câu trả lời đầu, không ghi lần nữa; khóa đã dùng cho nội dung khác bị từ chối. Yêu cầu bị từ chối không được nhớ. / Sent again with the same key and body within 48 hours it gets the first answer and writes nothing; a key used with another body is refused. What was refused is not remembered.
                 * @example 2f6b1c9e-3d1a-4a6f-9b57-0f6f2f1f6c11
                 */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnitCreate"];
            };
        };
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unit"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getUnit: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag đã có: 304 nếu bản ghi chưa đổi. / An ETag at hand: 304 while the record is the same. */
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
                /** @description Vì sao xem, mã hóa phần trăm: chủ sở hữu tuyến ngầm đọc được. / Why it is read, percent-encoded: owners of underground networks are told. */
                "X-Read-Reason"?: components["parameters"]["readReason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unit"];
                };
            };
            /** @description Bản ghi chưa đổi. / The record is the same. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    deleteUnit: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description ETag của bản đã đọc. / The ETag of the version read.
                 * @example "site-1-1"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Đã xóa. / It is gone. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    updateUnit: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description ETag của bản đã đọc. / The ETag of the version read.
                 * @example "site-1-1"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnitPatch"];
                "application/merge-patch+json": components["schemas"]["UnitPatch"];
            };
        };
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unit"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listUnitHistory: {
        parameters: {
            query?: {
                /** @description Con trỏ của trang trước (cursor); 0 là từ đầu. / The cursor of the page before; 0 is the beginning. */
                since?: number;
                /**
                 * @description Số bản ghi của một trang. / How many records a page has.
                 * @example 5
                 */
                limit?: components["parameters"]["limit"];
            };
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Một trang; hỏi tiếp bằng next. / One page; ask on by next. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listVillages: {
        parameters: {
            query?: {
                /** @description Chỉ những gì đang hoạt động hoặc có hiệu lực vào ngày này. / Only what was in service or valid on the day. */
                as_of?: components["parameters"]["as_of"];
                /** @description Tây,nam,đông,bắc theo độ WGS84: những gì chạm khung này. / West,south,east,north in WGS84 degrees: what touches the box. */
                bbox?: components["parameters"]["bbox"];
                /** @description Mọi chữ này có trong mã, tên, địa chỉ hoặc đường; không phân biệt dấu, cách đặt dấu thanh, hoa thường. / Each of these words is in the code, name, address or road; accents, tone placement and case aside. */
                q?: components["parameters"]["q"];
                /** @description Mã đơn vị hành chính có hiệu lực vào as_of (hoặc hôm nay), gồm mọi cấp dưới. / The code a unit has on as_of (or today); it means it and everything below. */
                unit?: components["parameters"]["unit"];
                /** @description Trang sau bản ghi này; lấy từ next. / The page after this record; take it from next. */
                cursor?: components["parameters"]["cursor"];
                /**
                 * @description Số bản ghi của một trang. / How many records a page has.
                 * @example 5
                 */
                limit?: components["parameters"]["limit"];
            };
            header?: {
                /** @description Vì sao xem, mã hóa phần trăm: chủ sở hữu tuyến ngầm đọc được. / Why it is read, percent-encoded: owners of underground networks are told. */
                "X-Read-Reason"?: components["parameters"]["readReason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Một trang. / One page. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VillagePage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createVillage: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Gửi lại cùng khóa và cùng nội dung trong 48 giờ thì nhận lại câu trả lời đầu, không ghi lần nữa; khóa đã dùng cho nội dung khác bị từ chối. Yêu cầu bị từ chối không được nhớ. / Sent again with the same key and body within 48 hours it gets the first answer and writes nothing; a key used with another body is refused. What was refused is not remembered.
                 * @example 2f6b1c9e-3d1a-4a6f-9b57-0f6f2f1f6c11
                 */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VillageCreate"];
            };
        };
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Village"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getVillage: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag đã có: 304 nếu bản ghi chưa đổi. / An ETag at hand: 304 while the record is the same. */
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
                /** @description Vì sao xem, mã hóa phần trăm: chủ sở hữu tuyến ngầm đọc được. / Why it is read, percent-encoded: owners of underground networks are told. */
                "X-Read-Reason"?: components["parameters"]["readReason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Village"];
                };
            };
            /** @description Bản ghi chưa đổi. / The record is the same. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    deleteVillage: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description ETag của bản đã đọc. / The ETag of the version read.
                 * @example "site-1-1"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Đã xóa. / It is gone. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    updateVillage: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description ETag của bản đã đọc. / The ETag of the version read.
                 * @example "site-1-1"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VillagePatch"];
                "application/merge-patch+json": components["schemas"]["VillagePatch"];
            };
        };
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Village"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listVillageHistory: {
        parameters: {
            query?: {
                /** @description Con trỏ của trang trước (cursor); 0 là từ đầu. / The cursor of the page before; 0 is the beginning. */
                since?: number;
                /**
                 * @description Số bản ghi của một trang. / How many records a page has.
                 * @example 5
                 */
                limit?: components["parameters"]["limit"];
            };
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Một trang; hỏi tiếp bằng next. / One page; ask on by next. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listViolations: {
        parameters: {
            query?: {
                /** @description Số hiệu của một công trình; thường đi cùng asset_kind. / The id of an asset; mostly with asset_kind. */
                asset?: components["parameters"]["asset"];
                /** @description Mã trong danh mục asset_kind. / A code of the list asset_kind. */
                asset_kind?: components["parameters"]["asset_kind"];
                /** @description Chỉ những vi phạm chưa kết thúc. / Only violations that are not closed. */
                open?: components["parameters"]["open"];
                /** @description Mọi chữ này có trong mã, tên, địa chỉ hoặc đường; không phân biệt dấu, cách đặt dấu thanh, hoa thường. / Each of these words is in the code, name, address or road; accents, tone placement and case aside. */
                q?: components["parameters"]["q"];
                /** @description Mã trong danh mục violation_state, với báo cáo hiện trường là field_report_state. / A code of the list violation_state; for field reports of field_report_state. */
                state?: components["parameters"]["state"];
                /** @description Mã đơn vị hành chính có hiệu lực vào as_of (hoặc hôm nay), gồm mọi cấp dưới. / The code a unit has on as_of (or today); it means it and everything below. */
                unit?: components["parameters"]["unit"];
                /** @description Trang sau bản ghi này; lấy từ next. / The page after this record; take it from next. */
                cursor?: components["parameters"]["cursor"];
                /**
                 * @description Số bản ghi của một trang. / How many records a page has.
                 * @example 5
                 */
                limit?: components["parameters"]["limit"];
            };
            header?: {
                /** @description Vì sao xem, mã hóa phần trăm: chủ sở hữu tuyến ngầm đọc được. / Why it is read, percent-encoded: owners of underground networks are told. */
                "X-Read-Reason"?: components["parameters"]["readReason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Một trang. / One page. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViolationPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createViolation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Gửi lại cùng khóa và cùng nội dung trong 48 giờ thì nhận lại câu trả lời đầu, không ghi lần nữa; khóa đã dùng cho nội dung khác bị từ chối. Yêu cầu bị từ chối không được nhớ. / Sent again with the same key and body within 48 hours it gets the first answer and writes nothing; a key used with another body is refused. What was refused is not remembered.
                 * @example 2f6b1c9e-3d1a-4a6f-9b57-0f6f2f1f6c11
                 */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViolationCreate"];
            };
        };
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Violation"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getViolation: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag đã có: 304 nếu bản ghi chưa đổi. / An ETag at hand: 304 while the record is the same. */
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
                /** @description Vì sao xem, mã hóa phần trăm: chủ sở hữu tuyến ngầm đọc được. / Why it is read, percent-encoded: owners of underground networks are told. */
                "X-Read-Reason"?: components["parameters"]["readReason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Violation"];
                };
            };
            /** @description Bản ghi chưa đổi. / The record is the same. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    deleteViolation: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description ETag của bản đã đọc. / The ETag of the version read.
                 * @example "site-1-1"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Đã xóa. / It is gone. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    updateViolation: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description ETag của bản đã đọc. / The ETag of the version read.
                 * @example "site-1-1"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViolationPatch"];
                "application/merge-patch+json": components["schemas"]["ViolationPatch"];
            };
        };
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Violation"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listViolationHistory: {
        parameters: {
            query?: {
                /** @description Con trỏ của trang trước (cursor); 0 là từ đầu. / The cursor of the page before; 0 is the beginning. */
                since?: number;
                /**
                 * @description Số bản ghi của một trang. / How many records a page has.
                 * @example 5
                 */
                limit?: components["parameters"]["limit"];
            };
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Một trang; hỏi tiếp bằng next. / One page; ask on by next. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listZones: {
        parameters: {
            query?: {
                /** @description Chỉ những gì đang hoạt động hoặc có hiệu lực vào ngày này. / Only what was in service or valid on the day. */
                as_of?: components["parameters"]["as_of"];
                /** @description Tây,nam,đông,bắc theo độ WGS84: những gì chạm khung này. / West,south,east,north in WGS84 degrees: what touches the box. */
                bbox?: components["parameters"]["bbox"];
                /** @description Mọi chữ này có trong mã, tên, địa chỉ hoặc đường; không phân biệt dấu, cách đặt dấu thanh, hoa thường. / Each of these words is in the code, name, address or road; accents, tone placement and case aside. */
                q?: components["parameters"]["q"];
                /** @description Mã đơn vị hành chính có hiệu lực vào as_of (hoặc hôm nay), gồm mọi cấp dưới. / The code a unit has on as_of (or today); it means it and everything below. */
                unit?: components["parameters"]["unit"];
                /** @description Trang sau bản ghi này; lấy từ next. / The page after this record; take it from next. */
                cursor?: components["parameters"]["cursor"];
                /**
                 * @description Số bản ghi của một trang. / How many records a page has.
                 * @example 5
                 */
                limit?: components["parameters"]["limit"];
            };
            header?: {
                /** @description Vì sao xem, mã hóa phần trăm: chủ sở hữu tuyến ngầm đọc được. / Why it is read, percent-encoded: owners of underground networks are told. */
                "X-Read-Reason"?: components["parameters"]["readReason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Một trang. / One page. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ZonePage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createZone: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Gửi lại cùng khóa và cùng nội dung trong 48 giờ thì nhận lại câu trả lời đầu, không ghi lần nữa; khóa đã dùng cho nội dung khác bị từ chối. Yêu cầu bị từ chối không được nhớ. / Sent again with the same key and body within 48 hours it gets the first answer and writes nothing; a key used with another body is refused. What was refused is not remembered.
                 * @example 2f6b1c9e-3d1a-4a6f-9b57-0f6f2f1f6c11
                 */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ZoneCreate"];
            };
        };
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Zone"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getZone: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag đã có: 304 nếu bản ghi chưa đổi. / An ETag at hand: 304 while the record is the same. */
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
                /** @description Vì sao xem, mã hóa phần trăm: chủ sở hữu tuyến ngầm đọc được. / Why it is read, percent-encoded: owners of underground networks are told. */
                "X-Read-Reason"?: components["parameters"]["readReason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Zone"];
                };
            };
            /** @description Bản ghi chưa đổi. / The record is the same. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    deleteZone: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description ETag của bản đã đọc. / The ETag of the version read.
                 * @example "site-1-1"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Đã xóa. / It is gone. */
            204: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    updateZone: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description ETag của bản đã đọc. / The ETag of the version read.
                 * @example "site-1-1"
                 */
                "If-Match": components["parameters"]["ifMatch"];
                /**
                 * @description Lý do sửa đổi, mã hóa phần trăm, ghi vào nhật ký. / Why the change is made, percent-encoded, kept in the change log.
                 * @example Ki%E1%BB%83m%20tra%20t%E1%BA%A1i%20ch%E1%BB%97
                 */
                "X-Change-Reason"?: components["parameters"]["reason"];
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ZonePatch"];
                "application/merge-patch+json": components["schemas"]["ZonePatch"];
            };
        };
        responses: {
            /** @description Bản ghi như đã lưu. / The record as it is stored. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Zone"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listZoneHistory: {
        parameters: {
            query?: {
                /** @description Con trỏ của trang trước (cursor); 0 là từ đầu. / The cursor of the page before; 0 is the beginning. */
                since?: number;
                /**
                 * @description Số bản ghi của một trang. / How many records a page has.
                 * @example 5
                 */
                limit?: components["parameters"]["limit"];
            };
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path: {
                /**
                 * @description Số hiệu của bản ghi. / The record's id.
                 * @example 1
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Một trang; hỏi tiếp bằng next. / One page; ask on by next. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getLive: {
        parameters: {
            query?: never;
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Còn chạy. / Alive. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Liveness"];
                };
            };
            401: components["responses"]["Problem401"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Số đo dạng văn bản. / Figures as text. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            401: components["responses"]["Problem401"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getReady: {
        parameters: {
            query?: never;
            header?: {
                /** @description Ngôn ngữ của lỗi: vi (mặc định) hoặc en. / The language of problems: vi (the default) or en. */
                "Accept-Language"?: components["parameters"]["language"];
                /** @description Mã yêu cầu của người gọi; mã không hợp lệ được thay. / The caller's id of the request; an invalid one is replaced. */
                "X-Request-ID"?: components["parameters"]["requestID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Sẵn sàng. / Ready. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["X-Request-ID"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            401: components["responses"]["Problem401"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
}
type WithRequired<T, K extends keyof T> = T & {
    [P in K]-?: T[P];
};
